FROM debian:13-slim
COPY --chmod=0755 app /app
# A number, so that Kubernetes can tell it from root; above 10000, where no user of a machine is.
USER 10001:10001
CMD ["/app"]
