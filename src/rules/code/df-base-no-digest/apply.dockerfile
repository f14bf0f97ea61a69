# docker buildx imagetools inspect golang:1.27 tells the digest. A bot such as Renovate proposes the next one.
FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -o /app ./cmd/web
FROM scratch
COPY --from=build /app /app
USER 10001
CMD ["/app"]
