# syntax=docker/dockerfile:1

FROM python:3.11.14-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /build
RUN python -m venv /venv
COPY requirements.lock ./
RUN /venv/bin/pip install --require-hashes --no-deps --only-binary :all: -r requirements.lock
COPY . .
# The building tools leave again: what runs needs neither them nor pip.
RUN /venv/bin/pip install --no-build-isolation --no-deps --no-index . \
    && /venv/bin/pip uninstall --yes editables hatchling packaging pathspec pluggy tomlkit trove-classifiers \
    && /venv/bin/pip uninstall --yes pip setuptools \
    && python -m compileall -q /venv/lib

FROM python:3.11.14-slim-bookworm
ENV PATH=/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    PYTHONFAULTHANDLER=1 \
    PYTHONSAFEPATH=1 \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATA_DIR=/data
RUN groupadd --system --gid 10001 ucb \
    && useradd --system --uid 10001 --gid ucb --no-create-home --shell /usr/sbin/nologin ucb \
    && install --directory --owner ucb --group ucb --mode 0700 /data
COPY --from=build /venv /venv
WORKDIR /data
USER 10001:10001
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 CMD ["python", "-m", "bot", "health"]
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
