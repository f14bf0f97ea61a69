FROM debian:13
# flagged
COPY .git /app/.git
USER 10001
