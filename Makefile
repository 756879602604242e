# Two commands: `make check` sets up and checks the corpus, `make test` sets up and runs all tests.
# They need python3 and make; everything else goes into .venv.

PYTHON ?= python3
BIN := .venv/bin
TEXTS ?=

.PHONY: check test lint types tests clean

check: .venv/installed
	$(BIN)/dateline check corpus $(if $(TEXTS),--texts "$(TEXTS)")

test: lint types tests

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/dev
	$(BIN)/mypy

tests: .venv/dev
	$(BIN)/python -m pytest

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

.venv/dev: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

clean:
	rm -rf .venv build dist
