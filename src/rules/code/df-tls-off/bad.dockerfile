FROM node:24
# flagged
ENV NODE_TLS_REJECT_UNAUTHORIZED=0
RUN apt-get update && \
    # flagged
    curl -fsSLk https://downloads.example/a -o a && \
    # flagged
    wget --no-check-certificate https://downloads.example/b
# flagged
RUN npm config set strict-ssl false
# flagged
RUN pip install --trusted-host pypi.example flask==3.1.0
# flagged
RUN git config --global http.sslVerify false
# flagged
RUN git -c http.sslVerify=false clone https://git.example/lib.git
# flagged
RUN echo 'Acquire::https::Verify-Peer "false";' > /etc/apt/apt.conf.d/99x
# flagged
RUN GIT_SSL_NO_VERIFY=true git clone https://git.example/lib.git
USER node
