# The server of compose.yaml. Everything the program needs at run time is in the image; it calls no other host.
FROM python:3.12-slim
WORKDIR /app
COPY pyproject.toml constraints.txt README.md LICENSE CHANGELOG.md ./
COPY graph graph
COPY ingest ingest
COPY viz viz
COPY api api
COPY samples samples
RUN pip install --no-cache-dir --constraint constraints.txt . && useradd --create-home jucuo
USER jucuo
WORKDIR /home/jucuo
EXPOSE 8000
CMD ["jucuo", "serve", "--host", "0.0.0.0", "--port", "8000"]
