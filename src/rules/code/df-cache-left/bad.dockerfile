FROM debian:13
RUN apt-get update && \
    # flagged
    apt-get install -y curl && \
    pip install flask==3.1.0
# Another layer: what is taken out here was stored before.
RUN rm -rf /var/lib/apt/lists/*
# flagged
RUN pip install flask==3.1.0
# flagged
RUN python3 -m pip install -r requirements.txt
USER 10001
