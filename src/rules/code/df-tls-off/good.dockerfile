FROM node:24
COPY company-ca.crt /usr/local/share/ca-certificates/
RUN update-ca-certificates
ENV NODE_EXTRA_CA_CERTS=/usr/local/share/ca-certificates/company-ca.crt \
    NODE_TLS_REJECT_UNAUTHORIZED=1
RUN curl -fsSLo key https://downloads.example/-k && curl -H "x: -k" -o k https://downloads.example/k
RUN npm config set strict-ssl true && git config --global http.sslVerify true
# Who answers on the same machine is no question.
RUN ./serve & curl -k https://localhost:8443/ready
HEALTHCHECK CMD ["curl", "-k", "https://localhost:8443/health"]
USER node
