FROM debian:13 AS build
# Not shipped.
RUN apt-get install -y sudo && sudo make

FROM debian:13
RUN apt-get update && apt-get install -y libsudo-dev && rm -rf /var/lib/apt/lists/*
RUN echo "no sudo here"
USER 10001
