FROM debian:13
RUN apt-get update && \
    # flagged
    git clone https://robot:tr0ub4dor-and-3@git.example/shop/lib.git
# flagged
RUN echo 'root:hunter2' | chpasswd
RUN <<EOF
set -e
# flagged
export API_TOKEN=5f2b9c81e07d4a36b1c8
./fetch
EOF
COPY <<EOF /etc/app.ini
[db]
# flagged
password = hunter2
EOF
# flagged
CMD ["/app", "--db-password=hunter2"]
USER 10001
