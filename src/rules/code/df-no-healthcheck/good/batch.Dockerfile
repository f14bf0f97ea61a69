# Serves nothing.
FROM debian:13
CMD ["/nightly"]
