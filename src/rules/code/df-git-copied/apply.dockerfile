FROM node:24-slim AS build
WORKDIR /src
# By name, so that .git is never among it; .dockerignore names it as well.
COPY package.json package-lock.json ./
RUN npm ci
COPY src ./src
RUN npm run build
FROM node:24-slim
COPY --from=build /src/dist /app
USER node
CMD ["node", "/app/server.js"]
