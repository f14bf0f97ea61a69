FROM debian:13-slim AS build
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates git \
    && rm -rf /var/lib/apt/lists/*
# docker build --secret id=netrc,src=$HOME/.netrc . The login is there for this step, and in no layer and no history.
RUN --mount=type=secret,id=netrc,target=/root/.netrc git clone --depth 1 https://git.example/shop/lib.git /src/lib
FROM debian:13-slim
COPY --from=build /src/lib /opt/lib
COPY app /app
USER 10001
CMD ["/app", "--db-password-file=/run/secrets/database/password"]
