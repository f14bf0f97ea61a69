FROM debian:13
# flagged
RUN apt-get install -y --allow-unauthenticated tool
# flagged
RUN echo "deb [arch=amd64 trusted=yes] https://apt.example ./" > /etc/apt/sources.list.d/x.list

FROM fedora:44 AS rpm
# flagged
RUN dnf install -y --nogpgcheck tool

FROM alpine:3.23
# flagged
RUN apk add --no-cache --allow-untrusted tool.apk
USER 10001
