FROM debian:13 AS base
USER 10001:10001

# Goes on from a stage that has a user.
FROM base
CMD ["/app"]
