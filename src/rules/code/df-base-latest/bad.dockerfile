ARG BASE
# flagged
FROM golang AS build
# flagged
COPY --from=docker.io/library/busybox:latest /bin/wget /bin/wget
# flagged
FROM ${BASE} AS tools
# flagged
FROM registry.example:5000/base/debian:latest
COPY --from=build /app /app
USER 10001
