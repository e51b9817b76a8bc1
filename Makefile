# make run    load the sample into an embedded store and serve it on 127.0.0.1
# make test   format, lint, types, fences, and every test
.DEFAULT_GOAL := help
.PHONY: help run test check pytest bench neo4j pictures docs constraints clean

VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
PYTHON ?= python3
export PYTHONUTF8 := 1

help:
	@sed -n '1,2s/^# //p' Makefile

# uv is taken when it is there; else it comes from PyPI into a folder of its own, by the pip of Python or, where an
# environment without pip is active, by one of a fresh environment
UV := $(shell command -v uv 2>/dev/null)
ifeq ($(UV),)
UV := .cache/uv/bin/uv
PIP := -m pip install --quiet --disable-pip-version-check --target .cache/uv uv
$(UV):
	$(PYTHON) -m pip --version >/dev/null 2>&1 && $(PYTHON) $(PIP) || \
	{ $(PYTHON) -m venv .cache/pip && .cache/pip/$(notdir $(BIN))/python $(PIP); }
.cache/uv: $(UV)
UV_READY := $(UV)
endif

$(BIN)/jucuo: pyproject.toml constraints.txt | $(UV_READY)
	$(UV) venv --quiet --allow-existing --python '>=3.11' $(VENV)
	$(UV) pip install --quiet --python $(VENV) --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.dev: $(BIN)/jucuo
	$(UV) pip install --quiet --python $(VENV) --constraint constraints.txt --editable . --group dev
	@touch $@

run: $(BIN)/jucuo
	$(BIN)/jucuo serve --sample

test: check pytest

check: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# two at a time; each starts a Neo4j of its own where it needs one. In the order of their names: the long files, which
# have few tests, are not left for the end, when one of the two would wait for the other
PYTEST ?= -n 2 --dist loadfile --no-loadscope-reorder
pytest: $(VENV)/.dev
	$(BIN)/python -m pytest $(PYTEST)

bench: $(VENV)/.dev
	$(BIN)/python -m bench

neo4j: $(VENV)/.dev
	$(BIN)/python -m tests.neo4j_server

pictures: $(VENV)/.dev
	$(BIN)/python -m tests.pictures

docs: $(VENV)/.dev
	$(BIN)/python -m tests.docs --update

# the pins, without addresses
constraints: | $(UV_READY)
	$(UV) pip compile --quiet --upgrade --universal --no-header --no-annotate --no-emit-index-url --group dev pyproject.toml --output-file constraints.txt

clean:
	rm -rf $(VENV) .cache .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
