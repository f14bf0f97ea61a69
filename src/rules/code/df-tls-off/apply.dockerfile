FROM node:24-slim
# An authority of one's own is added to those that are trusted; the checks stay on.
COPY company-ca.crt /usr/local/share/ca-certificates/company-ca.crt
ENV NODE_EXTRA_CA_CERTS=/usr/local/share/ca-certificates/company-ca.crt
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev
COPY src ./src
USER node
CMD ["node", "src/server.js"]
