# From the documents in seeds/ to the report: `make help` lists what can be made.

PYTHON     ?= python3
PARAMETERS := parameters/default.yaml

# What stands on the command line beside these are parameters of the report: DATE_FROM=2025-01-01. A value may hold
# spaces, so only the names are taken from make; the shell takes the values from its environment.
SPACE     := $(subst ,, )
GIVEN     := $(foreach word,$(subst \$(SPACE),_,$(MAKEOVERRIDES)),$(firstword $(subst =, ,$(subst :,,$(word)))))
OVERRIDES := $(filter-out PYTHON PARAMETERS A B COUNT ONLY PORT,$(GIVEN))

LOCK   = --universal --generate-hashes --no-header --no-emit-index-url --python-version 3.11

.DEFAULT_GOAL := report
.DELETE_ON_ERROR:
.PHONY: report watch sweep verify diff review test fuzz score bench lint messages lab lock audit help clean

report: .venv/ready ## the report of PARAMETERS (parameters/default.yaml), or NAME=x and any parameter in capitals
	@.venv/bin/python -m clemency report "$(PARAMETERS)" $(foreach name,$(OVERRIDES),"$(name)=$$$(name)")

watch: .venv/ready  ## build whenever something changes, and show the report in a browser that follows; PORT=8000
	@.venv/bin/python -m clemency watch "$(PARAMETERS)" $(PORT:%=PORT=%) $(foreach name,$(OVERRIDES),"$(name)=$$$(name)")

sweep: .venv/ready  ## a report from every file of parameters/, and reports/index.html that lists them
	@.venv/bin/python -m clemency sweep

verify: .venv/ready ## build again elsewhere, in another time zone and locale, and compare every byte
	@.venv/bin/python -m clemency verify

diff: .venv/ready   ## what came, went or changed from A=HEAD to B=default: names of reports, or revisions of git
	@.venv/bin/python -m clemency diff "A=$(A)" "B=$(B)"

review: .venv/ready ## the claims that nobody has reviewed as a sheet, and what was written in it into seeds/rulings.csv
	@.venv/bin/python -m clemency review "$(PARAMETERS)"

test: .venv/tests   ## run all tests
	.venv/bin/python -m pytest -n auto

fuzz: .venv/tests   ## COUNT=10000 made-up documents and parameter files: each is read, or refused in words
	.venv/bin/python tests/fuzz.py $(COUNT)

score: .venv/tests  ## how well claims are read, on the labelled texts
	@.venv/bin/python tests/scoring.py

bench: .venv/tests  ## ONLY=build how long things take beside others, turn by turn, into the README's tables
	@PYTHONPATH=tests .venv/bin/python -m bench $(ONLY)

lint: .venv/tests   ## check style and form of the code
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .

messages: .venv/ready ## gather what the report says into its message files, and tell what is left to translate
	@.venv/bin/python -m clemency.messages.extract

lab: .venv/ready    ## open the notebooks in JupyterLab
	cd notebooks && ../.venv/bin/jupyter lab

lock: .venv/ready   ## pin what the lists of requirements name, with versions and hashes, for every system
	.venv/bin/pip install --quiet --disable-pip-version-check uv
	.venv/bin/uv pip compile --quiet $(LOCK) requirements.in -o requirements.txt
	.venv/bin/uv pip compile --quiet $(LOCK) tests/requirements.in -o tests/requirements.txt

audit: .venv/ready  ## look the pinned packages up among known weaknesses, by pip-audit
	@.ci/audit

help:               ## this list
	@sed -n 's/^\([a-z]*\):[^#]*##/make \1 /p' Makefile

clean:              ## take away .venv and everything that running left behind; reports stay
	rm -rf .venv .pytest_cache .ruff_cache .hypothesis .readings reports/.building-*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/ready: requirements.txt pyproject.toml
	@$(PYTHON) .ci/set_up.py requirements.txt $@

.venv/tests: .venv/ready tests/requirements.txt
	@.venv/bin/python .ci/set_up.py tests/requirements.txt $@
