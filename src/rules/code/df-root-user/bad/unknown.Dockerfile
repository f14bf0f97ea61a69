# Which user that image has, only its own Dockerfile tells.
# flagged
FROM registry.example/base/java:21
COPY app.jar /app.jar
