# make book · make test · make lab        (a machine with Python 3.11+, git and make)
PYTHON ?= python3
SETS =
CODE = chapters press tests tools
# the environment, with what a target adds to it, set up where its lock or this Python is another;
# `exec`: what make is told, to stop above all, reaches the command and no shell in between
RUN = unset PYTHONHOME; export PYTHONPATH="$$PWD:$$PWD/chapters"; \
  venv="$$($(PYTHON) -I tools/install.py $(SETS))" && exec "$$venv/bin/python" -P -m

.PHONY: book html check test verify tomorrow results walk bench lab lock
.NOTPARALLEL:     # a build uses all cores by itself

book:             ## build _build/html and the PDF
	@$(RUN) press

html:             ## build the pages only, for a quick look
	@$(RUN) press html

check:            ## look at the tables and sentences alone, in about a second
	@$(RUN) tools.check

verify: SETS = dev
verify:           ## build the last commit twice, in places that differ, and compare every byte;
                  ## AGAINST=path or address: once, and compare with a book that is published
	@$(RUN) tools.verify "$(AGAINST)"

tomorrow: SETS = dev
tomorrow:         ## build with the newest Sphinx and no jupyter-book, and compare every word
	@$(RUN) tools.tomorrow

results:          ## accept what the chapters give now into data/results.csv; read the diff
	@$(RUN) press html
	@$(RUN) press.claims.accepted

walk:             ## run the chapters with each assumption at both ends of its range, into
                  ## data/moves.csv; read the diff
	@$(RUN) tools.walk

bench: SETS = dev
bench:            ## time this build against others, into data/builds.csv
	@$(PYTHON) -I tools/time_setup.py
	@$(RUN) tools.bench

test: SETS = dev
test:             ## check style, build the book with warnings as errors, run every test
	@$(RUN) ruff check $(CODE)
	@$(RUN) ruff format --check $(CODE)
	@$(RUN) press
	@$(RUN) pytest -n auto

lab: SETS = lab
lab:              ## open the chapters in JupyterLab
	@$(RUN) jupyterlab --notebook-dir=chapters

lock: SETS = dev
lock:             ## renew the locks from the .in files beside them
	@for name in requirements requirements/lab requirements/dev requirements/tomorrow; do \
	  ($(RUN) uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	    --custom-compile-command "make lock" $$name.in --output-file $$name.txt) || exit 1; done
