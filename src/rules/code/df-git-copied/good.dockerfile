FROM debian:13 AS build
# What a stage needs to find its version is not shipped.
COPY .git .git
RUN make VERSION=$(git describe)

FROM debian:13
COPY --from=build /app /app
COPY .gitconfig.d /etc/gitconfig.d
USER 10001
