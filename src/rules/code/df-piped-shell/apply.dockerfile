FROM debian:13-slim
# Kept, compared, and only then run: half a script, or another one, is none.
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://get.example/install-2.3.1.sh /tmp/install.sh
RUN sh /tmp/install.sh && rm /tmp/install.sh
COPY app /app
USER 10001
CMD ["/app"]
