# Everything that can be checked, one target each; .ci/run calls them in order.
SHELL := /bin/bash
GO ?= go
TOOLS := $(CURDIR)/bin
FUZZTIME ?= 20s

GOLANGCI_LINT_VERSION := v2.15.0
GO_SWAGGER_VERSION := v0.36.7

# Tools of the npm registry, for the conformance tests. They are installed together, since npm removes what it does not know of.
NPM_TOOLS := @apidevtools/swagger-parser@10.1.1 @stoplight/spectral-cli@6.16.3 playwright-core@1.65.1 axe-core@4.14.1 rdf-validate-shacl@0.6.5 n3@1.26.0
NPM_INSTALLED = $(TOOLS)/node_modules/installed-$(shell echo '$(NPM_TOOLS)' | cksum | cut -d' ' -f1)

.PHONY: help
help: ## lists the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "%-14s %s\n", $$1, $$2}'

.PHONY: test
test: ## all tests, as the README says
	$(GO) test ./...

.PHONY: race
race: ## all tests with the race detector
	$(GO) test -race ./...

.PHONY: short
short: ## the tests that take no time
	$(GO) test -short ./...

.PHONY: golden
golden: ## writes the golden files anew
	$(GO) test $$(grep -rl --include=*_test.go 'flag\.Bool("update"' . | xargs -n1 dirname | sort -u) -update

.PHONY: lint
lint: tools ## formatting, vet and linters, the layer rules among them
	test -z "$$(gofmt -l .)"
	$(GO) vet ./...
	$(TOOLS)/golangci-lint run ./...
	cd server/benchmark && $(GO) vet ./...
	cd vocab/rdf/benchmark && $(GO) vet ./...

# Where a run of a fuzz target is kept until it has ended. The go command sometimes fails a run that was still busy when its
# time was over ("context deadline exceeded"); that is no finding, a failing input is.
FUZZLOG := bin/fuzz.log

# The parsers of what clients and declarations say are fuzzed for FUZZTIME, everything else for a moment.
FUZZLONG := ^(FuzzParse|FuzzScan|FuzzRead.*|FuzzCompile|FuzzParseFields|FuzzChoose|FuzzParseFilter|FuzzCursor|FuzzRelativizeIsTheInverseOfResolve|FuzzRequest.*|FuzzShapes|FuzzTurtleShapes|FuzzPath)$$

.PHONY: fuzz
fuzz: | bin ## each fuzz target: those that read requests and tags for FUZZTIME
	@set -e; for package in $$(grep -rlE '^func Fuzz' --include=*_test.go . | xargs -n1 dirname | sort -u); do \
	  for target in $$(grep -hoE '^func Fuzz[A-Za-z]+' $$package/*_test.go | cut -c6-); do \
	    time=2s; [[ ! $$target =~ $(FUZZLONG) ]] || time=$(FUZZTIME); \
	    echo "$$package $$target $$time"; \
	    if ! $(GO) test -run '^$$' -fuzz "^$$target\$$" -fuzztime $$time -fuzzminimizetime 1x $$package >$(FUZZLOG) 2>&1; then \
	      cat $(FUZZLOG); \
	      ! grep -q 'Failing input' $(FUZZLOG) && grep -q 'context deadline exceeded' $(FUZZLOG) || exit 1; \
	    fi; \
	    tail -n 1 $(FUZZLOG); \
	  done; \
	done

.PHONY: bench
bench: ## the benchmark tables of the README
	cd server/benchmark && $(GO) run .
	cd vocab/rdf/benchmark && $(GO) run .

.PHONY: bench-smoke
bench-smoke: ## every benchmark once, to see that it works
	$(GO) test -run '^$$' -bench . -benchtime 1x -short ./... >/dev/null
	cd server/benchmark && $(GO) run . -short
	cd vocab/rdf/benchmark && $(GO) run . -short -datasets 50

.PHONY: conformance
conformance: tools ## the served documents under foreign tools: OpenAPI validators, a generated client, a browser, a harvester, shapes, rdflib, rapper
	PATH="$(TOOLS):$(TOOLS)/node_modules/.bin:$$PATH" NODE_PATH="$(TOOLS)/node_modules" examples/events/conformance/run
	PATH="$(TOOLS):$(TOOLS)/node_modules/.bin:$$PATH" NODE_PATH="$(TOOLS)/node_modules" examples/addresses/conformance/run

bin:
	mkdir -p bin

.PHONY: tools
tools: $(TOOLS)/golangci-lint-$(GOLANGCI_LINT_VERSION) $(TOOLS)/swagger-$(GO_SWAGGER_VERSION) $(NPM_INSTALLED) ## installs the pinned tools below bin/

$(TOOLS)/golangci-lint-$(GOLANGCI_LINT_VERSION):
	GOBIN=$(TOOLS) $(GO) install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(GOLANGCI_LINT_VERSION)
	touch $@

$(TOOLS)/swagger-$(GO_SWAGGER_VERSION):
	GOBIN=$(TOOLS) $(GO) install github.com/go-swagger/go-swagger/cmd/swagger@$(GO_SWAGGER_VERSION)
	touch $@

$(NPM_INSTALLED):
	npm install --prefix $(TOOLS) --no-save --no-audit --no-fund --ignore-scripts $(NPM_TOOLS)
	touch $@
