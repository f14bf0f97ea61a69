FROM debian:13
COPY apt.example.asc /etc/apt/keyrings/
RUN echo "deb [signed-by=/etc/apt/keyrings/apt.example.asc] https://apt.example ./" > /etc/apt/sources.list.d/x.list \
    && apt-get update && apt-get install -y tool && rm -rf /var/lib/apt/lists/*
# Where they only are put, not whether they are checked.
RUN echo "gpgcheck=1" >> /etc/yum.repos.d/x.repo
USER 10001
