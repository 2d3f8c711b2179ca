# `make help` lists what there is. Settings stand on make's own line or in the environment:
# make demo PORT=8099 JAWARA_HOME=/some/where
# Works with GNU make from 3.81 (macOS's) on, and any POSIX shell.

VENV := .venv
BIN := $(VENV)/bin
JAWARA := $(BIN)/python -m app

PORT ?= 8081
WORKERS ?= 2
PYTHON ?=
ARGS ?=
q ?=

# Recipes read these as the shell's variables: what a person types is never run as shell code.
export PORT PYTHON WORKERS q

.DEFAULT_GOAL := help
.PHONY: help install demo demo-crowd demo-reset run doctor search test check format bench chaos picture lock clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' Makefile

install: ## make .venv with all that the others need (they call it themselves)
	@sh scripts/install

demo: install ## try Jawara in the browser, no Telegram needed (PORT=8081)
	@exec $(JAWARA) demo --port "$$PORT" $(ARGS)

demo-crowd: install ## let 46 more people register in the demo that runs (PORT=8081)
	@exec $(JAWARA) demo --crowd --port "$$PORT" $(ARGS)

demo-reset: install ## delete what the demo has stored; the next make demo starts afresh
	@exec $(JAWARA) demo --reset $(ARGS)

run: install ## run the bot on Telegram (JAWARA_TOKEN=...)
	@exec $(JAWARA) run $(ARGS)

doctor: install ## say whether settings, Telegram, database and clock are in order
	@exec $(JAWARA) doctor $(ARGS)

search: install ## search the catalogue as the chat does (q='kursus las')
	@exec $(JAWARA) search "$$q" $(ARGS)

test: install ## run the tests (ARGS="-k seats" for some, WORKERS=0 one at a time)
	@exec $(BIN)/pytest -n "$$WORKERS" $(ARGS)

check: install ## style, types, imports, sizes, migrations, words
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python scripts/check_sizes.py
	$(JAWARA) db check
	$(BIN)/pytest -q tests/texts

format: install ## put the code in order
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: install ## measure everything (ARGS="chat --json" for one)
	@exec $(BIN)/python -m benchmarks $(if $(ARGS),$(ARGS),all)

chaos: install ## kills, outages, broken lines: what is lost, what comes twice (ARGS=--quick)
	@exec $(BIN)/python -m benchmarks.chaos $(ARGS)

picture: install ## take docs/pictures/chat.png anew, in Chromium
	@exec $(BIN)/python -m tests.picture

lock: install ## pin the dependencies anew (ARGS=--upgrade for the newest ones)
	@sh scripts/lock $(ARGS)

clean: ## remove .venv and caches; what Jawara has stored stays
	rm -rf $(VENV) build dist *.egg-info artifacts .mypy_cache .ruff_cache .pytest_cache
	rm -rf .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
