# make run: the program. make test: all tests. Both install what is missing first and share one build.

SWIFT_BUILD = swift build --explicit-target-dependency-import-check error
RELEASE = $(SWIFT_BUILD) -c release --static-swift-stdlib
# So many tests at a time: with all of them at once a test waits behind every other for its turn on two cores.
SWIFT_TEST = SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=12 Tools/tests/run swift test --skip-build
PREFIX ?= /usr/local
ARGS ?=

.PHONY: help run test lint bench soak interop install install-place deb hostile clean packages-run packages-test

help:
	@echo "make run       build and start Tillside (ARGS='--ascii' and so on)"
	@echo "make test      build and run all tests"
	@echo "make lint      check the format of all sources"
	@echo "make bench     measure the release build beside its peers"
	@echo "make soak      run the long tests"
	@echo "make hostile   hold every character and the hostile texts against tmux and pyte"
	@echo "make deb       build the Debian package in .build/deb"
	@echo "make install   build for release and install below PREFIX ($(PREFIX))"

packages-run:
	@Tools/setup/packages run

packages-test:
	@Tools/setup/packages test

run: packages-run
	@echo "Building Tillside; the first time takes some minutes."
	@$(SWIFT_BUILD) --product tillside
	@.build/debug/tillside $(ARGS)

test: packages-test
	@echo "Building Tillside and its tests; the first time takes ten minutes or so."
	@$(SWIFT_BUILD) --build-tests
	@$(SWIFT_TEST)

lint:
	@swift format lint --strict --recursive Package.swift Sources Tests

soak: packages-test
	@Tools/setup/packages soak
	@$(SWIFT_BUILD) --build-tests
	@TILLSIDE_SOAK=1 $(SWIFT_TEST)
	@/usr/bin/python3 Tools/kill-proof/kill-proof.py .build/debug/store-probe
	@$(RELEASE) --product tillside-simulate
	@.build/release/tillside-simulate --seeds 24000 --steps 200
	@.build/release/tillside-simulate --first 1000 --seeds 700 --steps 3000
	@/usr/bin/python3 Tools/planted-bugs/planted-bugs.py

interop:
	@Tools/setup/packages interop
	@$(SWIFT_BUILD) --product tillside-cloud
	@$(SWIFT_BUILD) --product tillside
	@Tests/interop/run .build/debug/tillside-cloud

bench:
	@Tools/setup/packages bench
	@$(RELEASE) --product tillside
	@$(RELEASE) --product tillside-cloud
	@$(RELEASE) --product tillside-simulate
	@$(RELEASE) --product tillside-bench
	@install -d .build/bench
	@install -s -m 0755 .build/release/tillside .build/release/tillside-cloud .build/release/tillside-simulate .build/bench
	@python=$$(Tests/interop/clients) && /usr/bin/python3 Tools/bench/bench.py .build/bench --msgraph "$$python"
	@.build/release/tillside-bench

install-place:
	@place="$(DESTDIR)$(PREFIX)/bin"; while [ ! -e "$$place" ]; do place=$$(dirname "$$place"); done; \
	[ -d "$$place" ] && [ -w "$$place" ] || { \
	echo "make install: this user cannot write $$place. Run it with sudo, or name a place of yours: make install PREFIX=$$HOME/.local" >&2; \
	exit 1; }

install: install-place packages-run
	@$(RELEASE) --product tillside
	@$(RELEASE) --product tillside-cloud
	@install -d "$(DESTDIR)$(PREFIX)/bin"
	@install -s -m 0755 .build/release/tillside .build/release/tillside-cloud "$(DESTDIR)$(PREFIX)/bin"
	@echo "Installed tillside and tillside-cloud in $(PREFIX)/bin."

deb: packages-run
	@Tools/setup/packages deb
	@$(RELEASE) --product tillside
	@$(RELEASE) --product tillside-cloud
	@install -d .build/deb/programs
	@install -s -m 0755 .build/release/tillside .build/release/tillside-cloud .build/deb/programs
	@Tools/deb/build .build/deb/programs .build/deb

hostile: packages-test
	@Tools/setup/packages hostile
	@$(SWIFT_BUILD) --product curses-probe
	@/usr/bin/python3 Tools/hostile/hostile.py .build/debug/curses-probe

clean:
	@swift package clean
