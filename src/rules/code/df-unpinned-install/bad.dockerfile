FROM python:3.14
# flagged
RUN pip install --no-cache-dir flask gunicorn==23.0.0
# flagged
RUN npm install -g typescript
# flagged
RUN npm i -g @angular/cli@latest
RUN go install example.com/a@v1.2.3 && \
    # flagged
    go install example.com/b@latest
# flagged
RUN gem install bundler
# flagged
RUN cargo install ripgrep
USER 10001
