FROM registry.example/base/ssh:1
EXPOSE 2222
# flagged
CMD ["/usr/sbin/sshd", "-D", "-p", "2222"]
