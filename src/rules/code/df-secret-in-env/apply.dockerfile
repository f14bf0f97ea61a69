FROM node:24-slim
WORKDIR /app
COPY package.json package-lock.json ./
# For the build: mounted for one step.
RUN --mount=type=secret,id=npm,env=NPM_TOKEN npm ci --omit=dev
COPY src ./src
# For the program: where the value will lie, not the value.
ENV DB_PASSWORD_FILE=/run/secrets/database/password
USER node
CMD ["node", "src/server.js"]
