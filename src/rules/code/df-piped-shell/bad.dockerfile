FROM debian:13
RUN apt-get update && \
    # flagged
    curl -fsSL https://get.example/install.sh | sh
# flagged
RUN wget -qO- https://get.example/setup | sudo -E bash -s -- --yes
# flagged
RUN sh -c "$(curl -fsSL https://get.example/install.sh)"
# flagged
RUN bash <(curl -s https://get.example/install.sh) -b /usr/local/bin
# flagged
RUN curl -sSL https://install.example/poetry.py | python3 -
RUN <<EOF
set -e
# flagged
curl -s https://get.example/install.sh | tee log | bash
EOF
USER 10001
