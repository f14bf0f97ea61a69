FROM debian:13
EXPOSE 8080
CMD ["/app"]
