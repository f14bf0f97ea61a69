FROM node:24
USER node
RUN npm ci
# Back to root for the port, and left like that.
# flagged
USER 0:0
CMD ["node", "server.js"]
