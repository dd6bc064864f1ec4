SHELL := /bin/bash
PREFIX ?= /usr/local
RELEASE := .build/release
REPORT := postil-report
MODULES := $(notdir $(patsubst %/,%,$(wildcard Plugins/*/)))
# Named by 'postil --version'; empty outside a repository.
COMMIT := $(shell git describe --always --dirty --abbrev=12 --exclude '*' 2>/dev/null)
# A target may import only what it names in Package.swift.
BUILD := swift build --explicit-target-dependency-import-check error

.PHONY: demo test build lint docs fuzz sanitize torture layouts format rules-test bench bench-peers instructions install deb tarball setup screenshot python-test cluster cluster-test

# Installs the system packages if they are missing; needs nothing else but the Swift toolchain.
setup:
	@Scripts/setup

build: setup
	POSTIL_COMMIT=$(COMMIT) $(BUILD) -c release

demo: build
	@rm -rf $(REPORT)
	@$(RELEASE)/postil annotate seeds --format jsonl --format html --format text --output $(REPORT)
	@tail -n 1 $(REPORT)/report.txt
	@echo "The report to read in a browser: $(CURDIR)/$(REPORT)/report.html"

test: setup
	$(BUILD) --build-tests
	swift test --skip-build

rules-test: setup
	$(BUILD)
	.build/debug/postil rules check rules/en
	.build/debug/postil rules test rules/en

# Checks the types of what is written in Python, and tries it with the program that was built: with pinned packages of PyPI, in an environment
# of their own.
PYTHON := .build/python
python-test: setup
	@Scripts/python-environment $(PYTHON) python/requirements.txt
	cd python && $(CURDIR)/$(PYTHON)/bin/python -m mypy --strict postil postil_module.py examples tests
	cd python && POSTIL=$(abspath $(RELEASE))/postil $(CURDIR)/$(PYTHON)/bin/python -m pytest -q tests

# What a job on Apache Spark brings with it: the program with its rules, and the Python packages. See Documentation/Cluster.md.
CLUSTER := .build/cluster
cluster: build
	rm -rf $(CLUSTER)/postil
	$(MAKE) install DESTDIR= PREFIX=$(CLUSTER)/postil
	Scripts/runtime-inside $(CLUSTER)/postil
	tar -C $(CLUSTER)/postil --owner=0 --group=0 -czf $(CLUSTER)/postil.tar.gz .
	cd python && python3 -m zipfile -c $(CURDIR)/$(CLUSTER)/postil-python.zip postil
	cp cluster/postil_spark.py $(CLUSTER)

# Runs it with two executors on this machine, one of which is killed, on 20,000 documents or DOCUMENTS. Needs Java 17 and PyPI.
cluster-test: cluster
	@Scripts/python-environment $(CLUSTER)/python cluster/requirements.txt
	MYPYPATH=python $(CLUSTER)/python/bin/python -m mypy --config-file python/pyproject.toml cluster/postil_spark.py
	CLUSTER=$(CLUSTER) DOCUMENTS=$(DOCUMENTS) $(CLUSTER)/python/bin/python -m pytest -q -s cluster/tests

# Feeds rule files, patterns, documents and module calls that are broken by chance, the same in every run: see Benchmarks/Fuzzing.
fuzz:
	$(BUILD) --product postil-fuzz
	.build/debug/postil-fuzz inputs=$(or $(INPUTS),300) seed=$(or $(SEED),1)

# The same under the address and the thread sanitizer.
sanitize: setup
	@Scripts/sanitize

# Kills runs at random moments, goes on with them, and compares every format and the store with an undisturbed run.
torture: build
	@Scripts/torture $(or $(KILLS),100) $(or $(SEED),1)

# Tries that incremental builds follow a changed layout of a struct of PostilModel.
layouts: setup
	@Scripts/layouts $(STRUCTS)

# Writes the examples of the documentation anew from the rule files that they come from.
docs:
	$(BUILD) --build-tests
	POSTIL_WRITE_DOCUMENTATION=1 swift test --skip-build --filter DocumentationTests

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Plugins Tests Benchmarks

format:
	swift format --in-place --recursive --parallel Package.swift Sources Plugins Tests Benchmarks

# Speed and memory: see Documentation/Speed.md.
bench: build
	@Scripts/bench

# The same texts through spaCy, VADER and dateparser, from PyPI.
bench-peers: build
	@Scripts/bench-peers

# The picture of the README, by a headless Chromium.
screenshot: build
	@Scripts/screenshot $(RELEASE)/postil Documentation/report.png

# Fails when fixed inputs take over 3 % more instructions than Benchmarks/instructions.tsv says.
instructions: build
	@Scripts/instructions

# All of it below PREFIX: program, modules, rules, header, documentation, manual pages, completions.
SHARE = $(DESTDIR)$(PREFIX)/share
ZSH_COMPLETIONS ?= zsh/site-functions
install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/postil/modules $(SHARE)/postil/include $(SHARE)/postil/python $(SHARE)/doc/postil
	install $(RELEASE)/postil $(DESTDIR)$(PREFIX)/bin/postil
	install $(MODULES:%=$(RELEASE)/lib%.so) $(DESTDIR)$(PREFIX)/lib/postil/modules
	rm -rf $(SHARE)/postil/rules $(SHARE)/postil/documentation
	cp -r rules $(SHARE)/postil/rules
	cp -r Documentation $(SHARE)/postil/documentation
	install -m 644 Sources/CPostilModule/include/postil_module.h $(SHARE)/postil/include
	install -m 644 python/postil_module.py $(SHARE)/postil/python
	install -m 644 LICENSE NOTICE CHANGELOG.md $(SHARE)/doc/postil
	Scripts/man-pages $(RELEASE)/postil $(SHARE)/man/man1
	install -d $(SHARE)/bash-completion/completions $(SHARE)/$(ZSH_COMPLETIONS) $(SHARE)/fish/vendor_completions.d
	$(RELEASE)/postil --generate-completion-script bash | sed '1{/^#!/d}' > $(SHARE)/bash-completion/completions/postil
	$(RELEASE)/postil --generate-completion-script zsh > $(SHARE)/$(ZSH_COMPLETIONS)/_postil
	$(RELEASE)/postil --generate-completion-script fish > $(SHARE)/fish/vendor_completions.d/postil.fish

# A package for Debian 12 and later, with the Swift runtime inside.
deb:
	rm -rf .build/deb && mkdir -p .build/deb
	$(MAKE) install DESTDIR=.build/deb PREFIX=/usr ZSH_COMPLETIONS=zsh/vendor-completions
	Scripts/deb .build/deb .

# The same for other Linux systems: unpacked anywhere, bin/postil runs. They need PCRE2, libyaml, SQLite and zlib.
tarball:
	rm -rf .build/tarball
	$(MAKE) install DESTDIR= PREFIX=.build/tarball/postil
	Scripts/runtime-inside .build/tarball/postil
	tar -C .build/tarball --owner=0 --group=0 -cJf postil-linux-$(shell uname -m).tar.xz postil
