FROM registry.example/base/node:24
# What is filled in when it runs, and what says where the value is kept.
ENV DB_PASSWORD="" \
    DB_PASSWORD_FILE=/run/secrets/db \
    API_TOKEN=changeme \
    DATABASE_URL=postgres://db.example:5432/shop
# The fingerprint of a key is for everybody.
ENV GPG_KEY=E3FF2839C048B25C084DEBE9B26995E310250568
ARG NPM_TOKEN
RUN --mount=type=secret,id=npm,env=NPM_TOKEN npm ci
USER 10001
