FROM debian:13-slim
# The key of that one repository, for that one repository; apt refuses what it did not sign.
COPY vendor.asc /etc/apt/keyrings/vendor.asc
COPY <<EOF /etc/apt/sources.list.d/vendor.sources
Types: deb
URIs: https://apt.vendor.example
Suites: trixie
Components: main
Signed-By: /etc/apt/keyrings/vendor.asc
EOF
RUN apt-get update \
    && apt-get install --yes --no-install-recommends vendor-tool \
    && rm -rf /var/lib/apt/lists/*
USER 10001
CMD ["/usr/bin/vendor-tool"]
