FROM debian:13 AS build
# This stage is not shipped.
COPY .npmrc .
RUN npm ci

FROM debian:13
COPY --from=build /app /app
COPY id_rsa.pub tls/server.crt ca.pem /etc/app/
COPY .env.example /app/
COPY apt-archive.key nodesource.gpg.key /etc/apt/keyrings/
COPY public.key keyboard.json /app/
USER 10001
