FROM debian:13
ADD --checksum=sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef https://downloads.example/tool.tar.gz /opt/
ADD https://github.com/example/lib.git#0123456789abcdef0123456789abcdef01234567 /src
ADD rootfs.tar.gz /
USER 10001
