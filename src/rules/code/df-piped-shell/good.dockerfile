FROM debian:13
# Kept, compared, and run then.
RUN curl -fsSLo install.sh https://get.example/install.sh \
    && echo "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef  install.sh" | sha256sum -c - \
    && sh install.sh
RUN curl -s https://api.example/version | python3 -m json.tool
RUN VERSION=$(curl -s https://api.example/version) && ./build "$VERSION"
RUN curl -fsSL https://keys.example/key.asc | gpg --dearmor -o /etc/apt/keyrings/x.gpg
RUN echo "curl https://get.example | sh"
RUN cat setup.sh | sh
USER 10001
