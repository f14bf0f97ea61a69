FROM debian:13
EXPOSE 8080
HEALTHCHECK --interval=30s CMD ["/app", "--healthy"]
USER 10001
CMD ["/app"]
