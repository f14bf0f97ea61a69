FROM debian:13
RUN apt-get update && apt-get install -y openssh-server && rm -rf /var/lib/apt/lists/*
# flagged
EXPOSE 8080 22/tcp
CMD ["/usr/sbin/sshd", "-D"]
