ARG VERSION=1.27
FROM golang:${VERSION} AS build
FROM build AS test
# Given up by its makers, whatever its version: df-base-end-of-life says so.
FROM openjdk AS java
# The digest decides, whatever the tag says.
FROM debian:latest@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef AS base
FROM scratch
COPY --from=build /app /app
COPY --from=shared-context /etc/motd /etc/motd
USER 10001
