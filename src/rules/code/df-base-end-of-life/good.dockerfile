FROM golang:1.27-alpine3.23 AS build
FROM node:24-trixie AS front
FROM debian:bookworm-slim AS os
# No version that anybody knows, and names that only look alike.
FROM python:edge AS edge
FROM registry.example/team/node-tools:12 AS tools
FROM eclipse-temurin:21-jre
COPY --from=build /app /app
USER 10001
