# Two commands do everything on a fresh machine with Node >= 20.19 and make:
#   make demo   installs, builds and scans the demonstration estate
#   make test   checks and tests everything
.PHONY: demo test build clean

demo: dist/main.cjs
	@node bin/portolan scan examples/harbour || [ $$? -eq 1 ]

test: node_modules/.package-lock.json
	npm run check
	npm test

build: dist/main.cjs

# The sources are many: the build itself takes less than the check whether it is needed.
dist/main.cjs: node_modules/.package-lock.json FORCE
	@npm run --silent build

node_modules/.package-lock.json: package.json package-lock.json
	npm ci
	@touch $@

clean:
	rm -rf dist node_modules

FORCE:
