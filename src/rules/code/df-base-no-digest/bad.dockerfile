# flagged
FROM golang:1.27 AS build
# flagged
COPY --from=docker.io/library/busybox:1.37 /bin/wget /bin/wget
# flagged
FROM registry.example:5000/base/debian:13
COPY --from=build /app /app
USER 10001
