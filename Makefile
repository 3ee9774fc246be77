# Beraad. A newcomer types `make demo` or `make test`; `make` alone lists the rest.

STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
TEMPL = github.com/a-h/templ/cmd/templ@v0.3.977

# What make test does, in this order. Each is a target of its own.
STAGES = install-test assets vet staticcheck unit race vuln browser-self

# The stories run in a browser on both engines once there are any.
STORIES := $(wildcard test/browser/*.test.mjs)
STAGES += $(if $(STORIES),browser-sqlite browser-postgres)

# Packages in which several requests meet; they are tested with the race detector too.
RACE := $(wildcard internal/deed internal/audit internal/seal internal/access internal/live internal/web)

.DEFAULT_GOAL := help
.PHONY: help demo test build assets generate generate-check clean bench torture
.PHONY: install-run install-test vet staticcheck unit race vuln browser-self browser-sqlite browser-postgres look

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-17s %s\n", $$1, $$2 }' Makefile

demo: install-run build ## Build Beraad and open a practice town
	./beraad demo

test: ## Everything CI runs
	@for stage in $(STAGES); do \
		printf '\n== %s\n' "$$stage"; start=$$(date +%s); \
		$(MAKE) --no-print-directory "$$stage" || { printf '\n== %s: FAILED after %s s\n' "$$stage" $$(( $$(date +%s) - start )); exit 1; }; \
		printf '== %s: %s s\n' "$$stage" $$(( $$(date +%s) - start )); \
	done; printf '\n== all stages passed\n'

build: assets ## Build the program
	go build -trimpath -o beraad ./cmd/beraad

assets: node_modules/.package-lock.json ## Build the style sheet and the script
	go run ./tools/assets

node_modules/.package-lock.json: package-lock.json
	npm ci --ignore-scripts --no-audit --no-fund
	@touch $@

install-run: ## Look whether Go and Node are there
	@tools/install/install.sh run

install-test: ## Install the packages that the tests need
	@tools/install/install.sh test

vet: ## go vet
	go vet ./...

staticcheck: ## staticcheck
	go run $(STATICCHECK) ./...

unit: ## The Go tests, on both engines
	go test -timeout 30m ./...

race: ## The Go tests in which several requests meet, with the race detector
	$(if $(RACE),go test -timeout 30m -race $(RACE:%=./%/...))

vuln: ## Ask whether the code reaches a known vulnerability
	go run ./tools/vuln

browser-self: test/browser/node_modules/.package-lock.json ## Whether the browser tests see what is wrong
	cd test/browser && node --test --test-reporter=spec self/

browser-sqlite: build test/browser/node_modules/.package-lock.json ## The stories in a browser, on SQLite
	BERAAD_BIN=./beraad node test/browser/run.mjs --engine sqlite

browser-postgres: build test/browser/node_modules/.package-lock.json ## The stories in a browser, on PostgreSQL
	BERAAD_BIN=./beraad go run ./tools/postgres node test/browser/run.mjs --engine postgres

look: build test/browser/node_modules/.package-lock.json ## A picture of every screen, in test/browser/out/look
	BERAAD_BIN=./beraad node test/browser/look.mjs

test/browser/node_modules/.package-lock.json: test/browser/package-lock.json
	cd test/browser && npm ci --ignore-scripts --no-audit --no-fund
	@touch $@

generate: assets ## Make the generated code, docs/law.md and docs/properties.md anew
	go run $(TEMPL) generate
	go test ./internal/web/ui -run TestGenerated -update
	go run ./internal/lawdoc
	go run ./internal/proof/properties

generate-check: generate ## Fail when the generated code is not what generate makes
	@changed=$$(git status --porcelain); if [ -n "$$changed" ]; then \
		printf 'Something generated is older than its sources, or something is not committed:\n%s\n' "$$changed"; exit 1; fi

clean: ## Remove what was built
	rm -rf beraad node_modules test/browser/node_modules test/browser/out
	find internal/web/ui/dist -type f ! -name .keep -delete

bench: ## Measure beside the bare machine (BERAAD_BENCH_CASES cases, default 10000; some minutes)
	BERAAD_BENCH_CASES=$${BERAAD_BENCH_CASES:-10000} go test ./internal/bench -run '^$$' -bench BenchmarkBeraad -benchtime 1x -timeout 60m

torture: ## Two hundred kills per engine instead of twenty
	BERAAD_TEST_KILLS=200 go test ./internal/store -run TestP1 -v -timeout 60m
