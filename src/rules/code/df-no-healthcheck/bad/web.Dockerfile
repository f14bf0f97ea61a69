FROM debian:13
# flagged
EXPOSE 8080
CMD ["/app"]
