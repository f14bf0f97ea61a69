FROM python:3.14-slim
WORKDIR /app
# Versions and hashes of everything, what is brought along included: pip-compile --generate-hashes, or uv export.
COPY requirements.txt ./
RUN pip install --no-cache-dir --require-hashes -r requirements.txt
COPY src ./src
USER 10001
CMD ["python", "-m", "src.web"]
