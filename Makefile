# Two commands matter: `make demo` serves a populated timeline, `make test` runs everything that the gate runs.
# Both set themselves up on a fresh machine that has Python 3.11 or later.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
DEMO_ENV := TRADEWATCH_PUBLIC=on TRADEWATCH_HTTPS=off

.PHONY: demo test lint types pytest bench lighthouse format clean

demo: $(VENV)/.installed-demo
	$(DEMO_ENV) $(BIN)/python manage.py migrate --verbosity 0
	$(DEMO_ENV) $(BIN)/python manage.py collectstatic --noinput --verbosity 0
	$(DEMO_ENV) $(BIN)/python manage.py demo
	@echo "Serving on http://127.0.0.1:$(PORT) (stop with Ctrl-C)"
	$(DEMO_ENV) $(BIN)/gunicorn tradewatch.wsgi --bind 127.0.0.1:$(PORT) --workers 1 --threads 4

test: lint types pytest

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/djlint --quiet --lint templates
	$(BIN)/djlint --quiet --check templates
	$(BIN)/python manage.py makemigrations --check --dry-run --verbosity 0
	$(BIN)/python manage.py check --deploy --fail-level WARNING

types: $(VENV)/.installed-dev
	$(BIN)/mypy

pytest: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -n 2 --dist loadfile --cov --cov-report term:skip-covered

# How fast reading is, on the sample articles (ARTICLES=10000 shows whether memory stays flat); then how fast pages are,
# of a made-up record in a database of its own (EVENTS=10000).
ARTICLES ?= 500
EVENTS ?= 10000
bench: $(VENV)/.installed-demo
	$(BIN)/python manage.py benchmark --articles $(ARTICLES)
	$(BIN)/python manage.py collectstatic --noinput --verbosity 0
	$(BIN)/python manage.py benchmark --pages --events $(EVENTS)

# How well the pages do in Lighthouse (median of five runs), as gunicorn serves them. Needs Node with npx, and chromium.
lighthouse: $(VENV)/.installed-dev
	$(BIN)/python -m tests.browser.lighthouse

format: $(VENV)/.installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djlint --quiet --reformat templates

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed-demo: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --editable '.[web]'
	touch $@

$(VENV)/.installed-dev: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --editable '.[web,dev]'
	touch $@ $(VENV)/.installed-demo

clean:
	rm -rf $(VENV) var build *.egg-info .coverage .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
