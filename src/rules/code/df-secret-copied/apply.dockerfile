FROM node:24-slim AS build
WORKDIR /src
# By name, and no COPY . .: .env, keys and .npmrc stay where they are.
COPY package.json package-lock.json ./
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci
COPY src ./src
FROM node:24-slim
COPY --from=build /src /app
USER node
CMD ["node", "/app/src/server.js"]
