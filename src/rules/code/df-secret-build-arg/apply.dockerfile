FROM node:24-slim AS build
WORKDIR /src
COPY package.json package-lock.json ./
# docker build --secret id=npm,env=NPM_TOKEN . The value is there for this step, and in no layer and no history.
RUN --mount=type=secret,id=npm,env=NPM_TOKEN npm ci
COPY src ./src
FROM node:24-slim
COPY --from=build /src /app
USER node
CMD ["node", "/app/src/server.js"]
