FROM debian:13
RUN apt-get update && \
    apt-get install -y \
      curl \
      # flagged
      sudo && \
    rm -rf /var/lib/apt/lists/*
# flagged
RUN echo "app ALL=(ALL) NOPASSWD: ALL" > /etc/sudoers.d/app
USER app
# flagged
RUN sudo chown app /srv
