FROM debian:13
COPY app /app
