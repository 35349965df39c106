# UCB: everything a person does with this folder. `make` alone explains.
# Every path below is relative, so the folder may stand anywhere, blanks in its name included.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:

# The newest Python we test with comes first; `make run PYTHON=/path/to/python` decides otherwise.
PYTHON ?= $(shell for python in python3.11 python3.12 python3.13 python3.14 python3 python; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { echo "$$python"; break; }; done)

export PIP_DISABLE_PIP_VERSION_CHECK := 1
VENV := .venv
PY := $(VENV)/bin/python
INSTALL := $(PY) -m pip install --quiet --no-input
TEAMS_CLIENT := .teams-playground/node_modules/.package-lock.json

define CHECK_PYTHON
if [ -z "$(PYTHON)" ]; then \
	echo "UCB needs Python 3.11 or newer, and none was found." >&2; \
	echo "Install it, or say where it is: make run PYTHON=/path/to/python3.11" >&2; exit 1; \
elif ! "$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then \
	echo "UCB needs Python 3.11 or newer; $(PYTHON) is older or does not start." >&2; \
	echo "Say where a newer one is: make run PYTHON=/path/to/python3.11" >&2; exit 1; fi
endef

.PHONY: help run teams-playground test lint pictures format bench bench-matching lock clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' Makefile

run: $(VENV)/.ready ## start the playground: a chat workspace in the browser, no tokens needed
	@$(PY) -m bot playground

teams-playground: $(VENV)/.ready $(TEAMS_CLIENT) ## the bot beside Microsoft's local Teams client
	@$(PY) -m bot teams-playground --client .teams-playground/node_modules/.bin/agentsplayground

test: $(VENV)/.ready-dev lint ## lint, then every test: units, journeys, PostgreSQL, browser
	$(PY) -m pytest --cov --cov-report=term:skip-covered

lint: $(VENV)/.ready-dev ## style, types, import rules, Dockerfile
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports --no-logo
	$(VENV)/bin/hadolint Dockerfile

pictures: $(VENV)/.ready-dev ## take the documentation's pictures anew, in the browser journeys
	UCB_PICTURES=docs/images $(PY) -m pytest -q tests/end_to_end/test_browser_story.py \
		tests/end_to_end/test_browser_contacts.py tests/end_to_end/test_teams_pictures.py

format: $(VENV)/.ready-dev ## put the code into its style
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

bench: $(VENV)/.ready-bench ## ratios against baselines
	$(PY) -m benchmarks

bench-matching: $(VENV)/.ready-bench ## how fast and how right customers are recognised
	$(PY) -m benchmarks matching alerting quality

lock: ## resolve the dependencies anew and write the locks
	@$(CHECK_PYTHON)
	rm -rf .lock-venv
	"$(PYTHON)" -m venv .lock-venv
	.lock-venv/bin/python -m pip install --quiet --no-input uv
	$(COMPILE) --group build --output-file requirements.lock pyproject.toml
	$(COMPILE) --group build --group dev --constraints requirements.lock \
		--output-file requirements-dev.lock pyproject.toml
	$(COMPILE) --group bench --constraints requirements.lock \
		--output-file requirements-bench.lock pyproject.toml
	rm -rf .lock-venv

COMPILE := .lock-venv/bin/python -m uv pip compile --quiet --upgrade --universal \
	--python-version 3.11 --generate-hashes --no-emit-index-url --no-header

clean: ## remove what was built, never your data
	rm -rf $(VENV) .lock-venv .teams-playground dist htmlcov .coverage .mypy_cache .ruff_cache .pytest_cache \
		.import_linter_cache .hypothesis
	find core bot adapters tests -name __pycache__ -prune -exec rm -rf {} +

# A virtual environment with exactly what the lock names. The environment for tests holds
# everything the one for running does, in the same versions, so both live in one folder.
$(VENV)/.ready: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing what the bot needs (once) ..."
	@$(INSTALL) --require-hashes --no-deps -r requirements.lock
	@$(INSTALL) --no-build-isolation --no-deps --no-index --editable .
	@touch $@

$(VENV)/.ready-dev: requirements-dev.lock $(VENV)/.ready
	@echo "Installing what the tests need (once) ..."
	@$(INSTALL) --require-hashes --no-deps -r requirements-dev.lock
	@touch $@

# The client in exactly the version that is locked. npm writes this file when all the rest is there.
$(TEAMS_CLIENT): manifest/teams/playground/package-lock.json
	@command -v npm >/dev/null || { \
		echo "Microsoft's local Teams client needs Node.js with npm, and none was found." >&2; \
		echo "Install it (on Debian and Ubuntu: apt install npm), or use: make run" >&2; exit 1; }
	@echo "Installing Microsoft's local Teams client (once) ..."
	@mkdir -p .teams-playground
	@cp manifest/teams/playground/package.json manifest/teams/playground/package-lock.json \
		.teams-playground/
	@cd .teams-playground && npm ci --silent
	@touch $@

$(VENV)/.ready-bench: requirements-bench.lock $(VENV)/.ready-dev
	@echo "Installing what the benchmarks compare with (once) ..."
	@$(INSTALL) --require-hashes --no-deps -r requirements-bench.lock
	@touch $@

$(VENV)/bin/python:
	@$(CHECK_PYTHON)
	@"$(PYTHON)" -m venv $(VENV) || { rm -rf $(VENV); \
		echo "Python could not make a virtual environment. On Debian and Ubuntu: apt install python3-venv" >&2; \
		exit 1; }
