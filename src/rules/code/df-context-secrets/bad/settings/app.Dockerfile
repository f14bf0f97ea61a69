FROM debian:13
# flagged
COPY ./ /app/
USER 10001
