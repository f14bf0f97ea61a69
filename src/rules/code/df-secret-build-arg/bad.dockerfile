FROM node:24
# flagged
ARG NPM_TOKEN
RUN echo "//registry.example/:_authToken=${NPM_TOKEN}" > .npmrc && npm ci && rm .npmrc
ARG DB_PASSWORD
# flagged
ENV DB_PASSWORD=$DB_PASSWORD
USER node
