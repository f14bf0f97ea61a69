FROM debian:13
# flagged
COPY --chmod=4755 helper /usr/bin/helper
RUN touch /a && \
    # flagged
    chmod u+s /usr/bin/find
# flagged
RUN install -m 06755 tool /usr/local/bin/tool
USER 10001
