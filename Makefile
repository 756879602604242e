# Two commands: `make check` sets up and checks the corpus, `make test` sets up and runs all tests. A third, `make interop`, lets
# the programs of others read what is exported; they have an environment of their own, since they bring some eighty packages.
# They need python3 and make; everything else goes into .venv, and, where there is npm, tests/editor/node_modules.

PYTHON ?= python3
BIN := .venv/bin
TEXTS ?=
NPM := $(shell command -v npm)
SERVER := tests/editor/node_modules/.package-lock.json

.PHONY: check test lint types tests interop bench bench-quick own clean

check: .venv/installed
	@$(BIN)/dateline schema --with-ids --corpus corpus >/dev/null
	$(BIN)/dateline check corpus $(if $(TEXTS),--texts "$(TEXTS)")

test: lint types tests

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/dev
	$(BIN)/mypy

tests: .venv/dev $(if $(NPM),$(SERVER))
	$(BIN)/python -m pytest -n auto --cov

# those of the other tests that write Parquet, where they can
PARQUET := tests/test_same_bytes.py tests/test_withheld.py $(addprefix tests/test_formats.py::, \
	test_parquet_gives_back_the_rows test_two_processes_with_other_locales_zones_and_hashes_write_the_same_bytes)

# pandas, DuckDB and others warn of each other: here what they read counts
interop: .venv-interop/installed
	DATELINE_INTEROP=1 HF_HUB_OFFLINE=1 HF_DATASETS_OFFLINE=1 .venv-interop/bin/python -m pytest -n auto -W default tests/interop $(PARQUET)

# how fast it is, against other checkers, which have environments of their own; half an hour, and only this writes the page
bench: .venv/dev .venv-bench/installed own
	$(BIN)/python -m benchmarks.bench --write docs/performance.md

bench-quick: .venv/dev .venv-bench/installed own
	$(BIN)/python -m benchmarks.bench --quick

own: .venv-bench/installed
	.venv-bench/dateline/bin/python -m pip install --quiet --disable-pip-version-check --force-reinstall --no-deps .

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

.venv/dev: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

.venv-interop/installed: pyproject.toml
	$(PYTHON) -m venv .venv-interop
	.venv-interop/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,parquet,interop]'
	touch $@

.venv-bench/installed: Makefile pyproject.toml
	$(PYTHON) -m venv .venv-bench/dateline
	.venv-bench/dateline/bin/python -m pip install --quiet --disable-pip-version-check '.[parquet]'
	$(PYTHON) -m venv .venv-bench/check-jsonschema
	.venv-bench/check-jsonschema/bin/python -m pip install --quiet --disable-pip-version-check 'check-jsonschema>=0.29,<1'
	$(PYTHON) -m venv .venv-bench/yamllint
	.venv-bench/yamllint/bin/python -m pip install --quiet --disable-pip-version-check 'yamllint>=1.35,<2'
	npm install --prefix .venv-bench/node --no-audit --no-fund --loglevel=error '@sourcemeta/jsonschema@^16' 'ajv-cli@^5'
	touch $@

# the language server that editors ask, for tests/test_editor.py: without npm, these tests are skipped and say so
$(SERVER): tests/editor/package-lock.json
	npm ci --prefix tests/editor --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $@

clean:
	rm -rf .venv .venv-interop .venv-bench .bench build dist tests/editor/node_modules
