FROM debian:13
# flagged
COPY id_rsa /root/.ssh/id_rsa
COPY config.yaml \
     # flagged
     tls/server.key /etc/app/
# flagged
ADD .aws/credentials /root/.aws/credentials
# It may hold settings only.
# flagged
COPY .env /app/.env
USER 10001
