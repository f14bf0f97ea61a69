FROM node:24-slim
COPY dist /app
EXPOSE 8080
# Kubernetes asks by its own probes; Docker and Compose by this.
HEALTHCHECK --interval=30s --timeout=3s --retries=3 CMD ["node", "/app/healthy.js"]
USER node
CMD ["node", "/app/server.js"]
