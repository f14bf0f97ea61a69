FROM debian:13-slim
# What comes over the network is compared; a repository is named by its commit.
ADD --chmod=0755 --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://downloads.example/tool-2.3.1 /usr/local/bin/tool
ADD https://git.example/shop/lib.git#0123456789abcdef0123456789abcdef01234567 /src/lib
COPY --chmod=0755 app /app
USER 10001
CMD ["/app"]
