FROM debian:13
RUN curl -fsSLo /usr/local/bin/tool https://downloads.example/tool \
    && echo "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef  /usr/local/bin/tool" | sha256sum -c - \
    && chmod +x /usr/local/bin/tool
ADD --checksum=sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef https://downloads.example/lib.tar.gz /opt/

FROM debian:13 AS signed
RUN wget https://downloads.example/app.deb https://downloads.example/app.deb.asc \
    && gpg --batch --verify app.deb.asc app.deb \
    && dpkg -i app.deb

# Neither run nor unpacked.
FROM debian:13
RUN curl -fsSL https://keys.example/key.asc -o /etc/apt/keyrings/key.asc
RUN VERSION=$(curl -s https://api.example/version) && echo "$VERSION" > /version
RUN curl -sf http://localhost:8080/warm | tar t
USER 10001
