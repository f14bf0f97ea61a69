# Only the stage that compiles has a user of its own.
FROM golang:1.27 AS build
USER 10001
RUN go build -o /app .
# flagged
FROM debian:13
COPY --from=build /app /app
