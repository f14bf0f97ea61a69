FROM alpine:3.23
RUN apk add --no-cache \
    tini \
    # flagged
    openssh-server
