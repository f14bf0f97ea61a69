FROM debian:13-slim
# In the same step: what a later one deletes stays in the image below it.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/*
COPY app /app
USER 10001
CMD ["/app"]
