FROM python:3.14
# What a file names is the file's matter, and releases of distributions name versions.
RUN pip install --no-cache-dir -r requirements.txt "flask==3.1.0" ./lib 'uvicorn[standard]~=0.34'
RUN pip install --no-cache-dir -e . $EXTRA
RUN npm ci && npm install && npm install -g typescript@5.9.2 @angular/cli@20.1.0 --registry https://npm.example
RUN go install example.com/a@v1.2.3 && go install ./cmd/...
RUN gem install bundler -v 2.7.1 && gem install rake:13.3.0
RUN cargo install --locked ripgrep
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
USER 10001
