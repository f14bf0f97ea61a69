# Both get fixes: golang 1.27 until 1.29 is out, Debian 13 until 2028, and for two years more by its long support.
FROM golang:1.27-trixie AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -o /app ./cmd/web
FROM debian:13-slim
COPY --from=build /app /app
USER 10001
CMD ["/app"]
