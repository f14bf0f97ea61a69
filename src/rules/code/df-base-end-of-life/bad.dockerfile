# flagged
FROM golang:1.21-alpine3.18 AS build
# A version that is alive, on a Debian that is not.
# flagged
FROM node:24-buster-slim AS front
# flagged
FROM openjdk:17-jdk AS java
# flagged
FROM registry.example/mirror/library/centos:7 AS old
# flagged
FROM mcr.microsoft.com/dotnet/aspnet:6.0
COPY --from=build /app /app
USER 10001
