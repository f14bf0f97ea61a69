FROM debian:13-slim
COPY app /app
# One program. To look inside while it runs: kubectl debug, or docker exec.
USER 10001
CMD ["/app"]
