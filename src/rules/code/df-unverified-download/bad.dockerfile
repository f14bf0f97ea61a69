FROM debian:13
# flagged
RUN curl -fsSLo /usr/local/bin/tool https://downloads.example/tool && \
    chmod +x /usr/local/bin/tool
RUN apt-get update && \
    # flagged
    curl -fsSL https://downloads.example/lib.tar.gz | tar xz -C /opt
# flagged
RUN wget https://downloads.example/app.deb
RUN dpkg -i app.deb
USER 10001
