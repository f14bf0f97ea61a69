FROM debian:13
# flagged
ADD https://downloads.example/tool.tar.gz /opt/
# flagged
ADD --chown=10001 http://downloads.example/a.conf \
    # flagged
    https://downloads.example/b.conf \
    /etc/app/
# A branch goes on.
# flagged
ADD https://github.com/example/lib.git#main /src
USER 10001
