# Hands out a file: `docker build --output`.
FROM debian:13 AS build
RUN make

FROM scratch
COPY --from=build /app.apk /
