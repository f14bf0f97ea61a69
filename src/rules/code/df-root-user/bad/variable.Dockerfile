FROM debian:13
ARG WHO
# flagged
USER ${WHO}
