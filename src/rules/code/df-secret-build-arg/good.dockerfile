FROM node:24 AS build
# Stays in a stage that is not shipped.
ARG NPM_TOKEN
RUN npm ci

FROM node:24
ARG VERSION
ARG TOKEN_URL
ARG PASSWORD_FILE
ARG SECRET_KEY_BASE=dummy
RUN --mount=type=secret,id=npm,env=NPM_TOKEN npm ci
USER node
