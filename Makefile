# Every target is also an npm script; `make` only makes sure that everything is installed first.
.PHONY: install demo api seed migrate test check build clean

# Older npm versions do not know allowScripts: this keeps onnxruntime-node from downloading a GPU
# build (the CPU one comes inside the package).
export ONNXRUNTIME_NODE_INSTALL = skip

install: node_modules/.installed packages/web/dist/.built

node_modules/.installed: package.json package-lock.json $(wildcard packages/*/package.json) samples/package.json
	@echo "Installing the packages (about a minute the first time) ..."
	@npm ci --no-audit --no-fund --loglevel=error
	@touch $@

packages/web/dist/.built: node_modules/.installed $(shell find packages/web packages/contracts -type f -not -path '*/dist/*' -not -path '*/node_modules/*' 2>/dev/null | sed 's/ /\\ /g')
	@npm run --silent build
	@touch $@

demo: install
	@npm run --silent demo

api: install
	@npm run --silent api

seed: install
	@npm run --silent seed

migrate: install
	@npm run --silent migrate

check: install
	@npm run --silent check

test: check
	@npm run --silent test

build: packages/web/dist/.built

# Only what can be made again: the data folder holds jobs and pictures of yours.
clean:
	@rm -rf node_modules packages/*/node_modules packages/web/dist out coverage
