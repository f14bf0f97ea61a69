FROM registry.example/base/node:24
# Where the value is kept, not the value.
ENV DB_PASSWORD_FILE=/run/secrets/db
RUN --mount=type=secret,id=npm,env=NPM_TOKEN npm ci
USER 10001
