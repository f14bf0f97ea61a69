FROM debian:13-slim
# Root does what needs root, and then nobody does: USER comes last.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/* \
    && install -d -o 10001 -g 10001 /var/lib/web
COPY app /app
USER 10001
CMD ["/app"]
