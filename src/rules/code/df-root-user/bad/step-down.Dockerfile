# The script at the start may call gosu.
# flagged
FROM debian:13
RUN apt-get update && apt-get install -y gosu
ENTRYPOINT ["/start.sh"]
