FROM registry.example/golang:1.27 AS build
FROM scratch
COPY --from=build /app /app
USER 10001
