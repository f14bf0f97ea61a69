ARG REGISTRY=registry.example
FROM ${REGISTRY}/base/node:24
# flagged
ENV DB_PASSWORD=hunter2 \
    LOG_LEVEL=info \
    # flagged
    API_TOKEN="5f2b9c81e07d4a36b1c8"
# flagged
ARG NPM_TOKEN=8d1f3a7be2c94f60a5d7
# The old way of writing it.
# flagged
ENV DATABASE_URL postgres://shop:tr0ub4dor@db.example:5432/shop
USER 10001
