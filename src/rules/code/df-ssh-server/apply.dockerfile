FROM debian:13
# The client is none.
RUN apt-get update && apt-get install -y openssh-client && rm -rf /var/lib/apt/lists/*
CMD ["/app"]
USER 10001
