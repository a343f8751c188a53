# truce: `make run` and `make test` do all the set-up they need. ARGS='…' goes to the program run.
PREFIX ?= /usr/local
CONFIG ?= release
# An import of a module that a target does not name is an error, not an accident.
CHECK = --explicit-target-dependency-import-check error
# The Swift runtime goes into the binary: it starts sooner, and runs where there is no toolchain.
# The toolchain's own linker takes it without the warnings that others have about Foundation.
LINKER = $(if $(filter Linux,$(shell uname)),-Xswiftc -use-ld=lld)
BUILD = swift build -c $(CONFIG) --static-swift-stdlib $(CHECK) $(LINKER)
BIN = .build/$(CONFIG)/truce
DEST = $(DESTDIR)$(PREFIX)/bin

.DEFAULT_GOAL = help
.PHONY: help run test asan tsan fuzz bench lint build install uninstall setup clean

help: ## say what there is to make
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

run: build ## open the browser on the bundled store (ARGS='STORE…' for another)
	@$(BIN) $(ARGS)

test: setup ## run every test (ARGS='--filter NAME' for some)
	swift test $(CHECK) $(ARGS)

# Leaks are not looked for: ncurses and the test library keep what they have until the end.
asan: setup ## run the tests under AddressSanitizer (ARGS='--filter NAME' for some)
	ASAN_OPTIONS=detect_leaks=0 swift test --sanitize=address --scratch-path .build-asan $(ARGS)

# Left out: what has no threads and a hundred thousand keys or megabytes, and what the sanitizer has
# ways of its own with: a thread that wakes up, memory in pieces, a stack that overflows. One test at
# a time: all is slow.
tsan: setup ## run the tests under ThreadSanitizer (ARGS='--filter NAME' for some)
	swift test --sanitize=thread --scratch-path .build-tsan --no-parallel \
	  --skip 'SessionPropertyTests|benchTests|IdleTests|RobustnessTests|BadInputTests' \
	  --skip 'ColumnTests/remapped|EndingTests/endsByCrash|MouseTests/isGivenBackByCrash' $(ARGS)

fuzz: setup ## feed any bytes to readers and decoders (TARGETS='store keys' TIME=30)
	SECONDS_EACH=$(TIME) Fuzz/run $(TARGETS)

bench: setup ## measure reading, search and frames on synthetic stores (EVENTS='1000 100000')
	$(BUILD) --product bench
	Benchmarks/run $(EVENTS)

lint: ## check the formatting
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks \
	  Fuzz/Package.swift Fuzz/Sources

build: setup ## build the program for use
	$(BUILD) --product truce

# Under sudo nothing is built: root seldom has Swift on its path, and would own what it builds.
install: $(if $(SUDO_USER),,build) ## install truce into PREFIX (/usr/local), below DESTDIR
	@test -x $(BIN) || { echo "install: nothing is built yet: run 'make build' first" >&2; exit 1; }
	install -d "$(DEST)"
	install -s -m 755 $(BIN) "$(DEST)/truce"

uninstall: ## remove what install put there
	rm -f "$(DEST)/truce"

setup: ## find what the build needs, and install what is missing
	@Scripts/setup

clean: ## remove what was built
	swift package clean
