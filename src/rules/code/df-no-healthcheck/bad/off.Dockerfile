FROM registry.example/base/web:1
EXPOSE 8080
# flagged
HEALTHCHECK NONE
CMD ["/app"]
