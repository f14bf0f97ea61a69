FROM debian:13-slim
# The sum comes from the maker's page of releases, and not from beside the file.
ADD --chmod=0755 --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://downloads.example/tool-2.3.1 /usr/local/bin/tool
COPY app /app
USER 10001
CMD ["/app"]
