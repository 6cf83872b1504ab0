# make book · make test · make lab        (a machine with Python 3.11+, git and make)
PYTHON ?= python3
RUN = .venv/bin/python -P -m
export PYTHONPATH = $(CURDIR):$(CURDIR)/chapters

.PHONY: book html test verify tomorrow bench lab lock setup

book: setup       ## build _build/html and the PDF
	@$(RUN) press

html: setup       ## build the pages only, for a quick look
	@$(RUN) press html

verify: setup     ## build the last commit twice, in places that differ, and compare every byte;
                  ## AGAINST=path or address: once, and compare with a book that is published
	@$(RUN) press.verify "$(AGAINST)"

tomorrow: setup   ## build with the newest Sphinx and no jupyter-book, and compare every word
	@$(RUN) tools.tomorrow

bench: setup      ## time this build against others, into data/builds.csv
	@$(RUN) press.bench

test: setup       ## check style, build the book with warnings as errors, run every test
	@.venv/bin/ruff check . && .venv/bin/ruff format --check .
	@$(RUN) press
	@$(RUN) pytest -n auto

lab: setup        ## open the chapters in JupyterLab
	@cd chapters && ../.venv/bin/jupyter lab

lock: setup       ## renew the locks from the .in files beside them
	@for name in requirements requirements/lab requirements/dev requirements/tomorrow; do \
	  $(RUN) uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	    --custom-compile-command "make lock" $$name.in --output-file $$name.txt || exit 1; done

setup:
	@$(PYTHON) press/install.py
