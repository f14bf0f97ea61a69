FROM debian:13 AS build
# Not shipped.
RUN apt-get update && apt-get install -y make

FROM debian:13
ENV PIP_NO_CACHE_DIR=1
RUN apt-get update \
    && apt-get install -y --no-install-recommends curl \
    && rm -rf /var/lib/apt/lists/*
RUN --mount=type=cache,target=/var/cache/apt --mount=type=cache,target=/var/lib/apt \
    apt-get update && apt-get install -y tini
RUN pip install flask==3.1.0
USER 10001
