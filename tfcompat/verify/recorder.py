"""Records what a TensorFlow 1 program computes. One file, for Python 2.7 and 3.5 on, TensorFlow 1.4 to 1.15 and 2.

    python recorder.py -o FILE SCRIPT [ARGUMENTS]

Each `session.run`, `eval` and step of an estimator or Keras model is kept with the line that asked for it, what was
fed and fetched, the operations of its graph, the variables at the end, what was printed and which files were written.
FILE holds a JSON object a line, gzipped if its name ends in `.gz`. It imports nothing but Python, NumPy and the
program's own TensorFlow.
"""
# mypy: ignore-errors
# ruff: noqa: B007, B009, B010, B904, B905, SIM105, UP004, UP009, UP010, UP018, UP020, UP024, UP025, UP031, UP032
# It runs on Pythons without annotations, f-strings and `raise from`.

from __future__ import print_function

import base64
import gzip
import hashlib
import io
import json
import linecache
import os
import sys
import time
import zlib

LIMIT = 65536  # larger arrays are kept as a digest, figures and every k-th element
SESSION = "tensorflow.python.client.session"


class Recorder(object):
    """Writes events to a file. `start` before the program, `finish` after it."""

    def __init__(self, path, script):
        self.path = path
        self.script = os.path.abspath(script)
        self.folder = os.path.dirname(self.script)
        self.began = time.time() - 1
        self.depth = 0
        self.count = 0
        self.sessions = []
        self.graphs = []
        self.finished = False
        opener = gzip.open if path.endswith(".gz") else open
        self.file = opener(path, "wb")

    def event(self, kind, **values):
        values["kind"] = kind
        self.file.write((json.dumps(values, sort_keys=True) + "\n").encode("utf-8"))

    def start(self):
        with io.open(self.script, encoding="utf-8", errors="replace") as file:
            text = file.read()
        self.event("start", script=self.script, python=sys.version.split()[0], text=text)
        if SESSION in sys.modules:
            self.patch(sys.modules[SESSION])
        else:
            sys.meta_path.insert(0, _Watcher(self))
        self.stdout = sys.stdout
        sys.stdout = _Tee(self, sys.stdout)

    def patch(self, session):
        """Wraps the calls that every way to run a graph ends in."""
        base = session.BaseSession
        recorder = self
        run, close = base.run, base.close
        make = getattr(base, "_make_callable_from_options", None)

        def recorded_run(self, fetches, feed_dict=None, options=None, run_metadata=None):
            recorder.depth += 1
            try:
                result = run(self, fetches, feed_dict, options, run_metadata)
            finally:
                recorder.depth -= 1
            if not recorder.depth:
                recorder.ran(self, _leaves(fetches, result), feed_dict)
            return result

        def recorded_close(self):
            recorder.variables(self)
            return close(self)

        def recorded_make(self, callable_options):
            call = make(self, callable_options)
            names = list(callable_options.fetch)
            kept = self

            def step(*args, **kwargs):
                recorder.depth += 1
                try:
                    result = call(*args, **kwargs)
                finally:
                    recorder.depth -= 1
                if not recorder.depth:
                    recorder.ran(kept, list(zip(names, names, result)), None)
                return result

            return step

        self.run, self.base = run, base
        base.run, base.close = recorded_run, recorded_close
        if make is not None:
            base._make_callable_from_options = recorded_make
        self.watch_seeds()
        try:
            version = getattr(sys.modules["tensorflow"], "__version__", "")
        except KeyError:
            version = ""
        self.event("tensorflow", version=str(version))

    def watch_seeds(self):
        """Notes where a graph is given its seed."""
        from tensorflow.python.framework import ops

        known = getattr(ops.Graph, "seed", None)
        recorder = self
        if not isinstance(known, property) or known.fset is None:
            return

        def give(graph, seed):
            recorder.event("seed", seed=_number(seed), line=recorder.line())
            known.fset(graph, seed)

        ops.Graph.seed = property(known.fget, give)

    def ran(self, session, leaves, feeds):
        if session not in self.sessions:
            self.sessions.append(session)
        self.operations(session.graph)
        fetched = []
        for name, kind, value in leaves:
            entry = encode(value)
            entry["name"], entry["op"] = name, kind
            fetched.append(entry)
        fed = {}
        for key, value in (feeds or {}).items():
            fed[_name(key)[0]] = encode(value, limit=64)
        self.event("run", n=self.count, line=self.line(), fetches=fetched, feeds=fed)
        self.count += 1

    def operations(self, graph):
        """The operations that a graph got since it was last looked at."""
        for number, (known, count) in enumerate(self.graphs):
            if known is graph:
                break
        else:
            number, count = len(self.graphs), 0
            self.graphs.append((graph, 0))
        new = graph.get_operations()
        if len(new) > count:
            self.graphs[number] = (graph, len(new))
            rows = [[op.name, op.type, _attributes(op), self.made_at(op)] for op in new[count:]]
            self.event("ops", graph=number, ops=rows)

    def made_at(self, op):
        try:
            frames = op.traceback
        except Exception:  # each release has its own way to be without one
            return None
        found = None
        for frame in frames:
            path, line = (frame.filename, frame.lineno) if hasattr(frame, "filename") else (frame[0], frame[1])
            if self.is_users(path):
                found = [os.path.relpath(path, self.folder), line, linecache.getline(path, line).strip()]
        return found

    def is_users(self, path):
        if not path or path.startswith("<") or "site-packages" in path or "dist-packages" in path:
            return False
        path = os.path.abspath(path)
        return path.startswith(self.folder + os.sep) and path != os.path.abspath(__file__)

    def line(self):
        """The program's line that is running: file, number and text."""
        frame = sys._getframe(1)
        while frame is not None:
            path = frame.f_code.co_filename
            if self.is_users(path):
                text = linecache.getline(path, frame.f_lineno).strip()
                return [os.path.relpath(path, self.folder), frame.f_lineno, text]
            frame = frame.f_back
        return None

    def variables(self, session):
        """The values of a session's variables, once, before it is closed."""
        if session not in self.sessions or getattr(session, "_closed", False):
            return
        self.sessions.remove(session)
        values = {}
        for variable in session.graph.get_collection("variables"):
            try:
                values[variable.name] = encode(self.run(session, variable))
            except Exception:  # not initialised, or of another graph by now
                continue
        self.event("variables", values=values)

    def finish(self, error=None):
        if self.finished:
            return
        self.finished = True
        sys.stdout = self.stdout
        for session in list(self.sessions):
            try:
                self.variables(session)
            except Exception:  # a session that is of no use any more has nothing to tell
                pass
        files = {}
        for where, folders, names in os.walk(os.getcwd()):
            folders[:] = [each for each in folders if not each.startswith(".") and each != "__pycache__"]
            for name in names:
                path = os.path.join(where, name)
                if len(files) < 2000 and path != os.path.abspath(self.path) and _is_new(path, self.began):
                    files[os.path.relpath(path)] = _digest_of(path)
        self.event("end", error=error, files=files)
        self.file.close()


class _Watcher(object):
    """Asked when a module is imported; has the session's module wrapped once it is there."""

    def __init__(self, recorder):
        self.recorder = recorder

    def find_spec(self, name, path=None, target=None):
        if name != SESSION:
            return None
        import importlib.util

        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        execute = spec.loader.exec_module
        recorder = self.recorder

        def exec_module(module):
            execute(module)
            recorder.patch(module)

        spec.loader.exec_module = exec_module
        return spec

    def find_module(self, name, path=None):  # Python 2
        return self if name == SESSION else None

    def load_module(self, name):
        sys.meta_path.remove(self)
        __import__(name)
        self.recorder.patch(sys.modules[name])
        return sys.modules[name]


class _Tee(object):
    """Standard output that also becomes events, line by line."""

    def __init__(self, recorder, stream):
        self._recorder = recorder
        self._stream = stream
        self._rest = ""

    def write(self, text):
        self._rest += text
        while "\n" in self._rest:
            line, _, self._rest = self._rest.partition("\n")
            self._recorder.event("print", text=line, line=self._recorder.line())
        return self._stream.write(text)

    def __getattr__(self, name):
        return getattr(self._stream, name)


def encode(value, limit=LIMIT):
    """A fetched or fed value as JSON: bytes of a small array, figures and a sample of a large one, text otherwise."""
    import numpy

    if hasattr(value, "values") and hasattr(value, "dense_shape"):
        value = value.values
    try:
        array = numpy.asarray(value)
    except Exception:  # whatever a fetch may be that is no array
        return {"text": repr(value)[:1000]}
    if array.dtype.kind in "OSU":
        texts = [_text(each) for each in array.ravel()[:100].tolist()]
        return {"dtype": "string", "shape": list(array.shape), "texts": texts}
    if array.dtype.kind not in "biufc":
        return {"text": repr(value)[:1000]}
    entry = {"dtype": array.dtype.name, "shape": list(array.shape)}
    flat = numpy.ascontiguousarray(array).ravel()
    entry["digest"] = hashlib.sha1(flat.tobytes()).hexdigest()
    if flat.size > limit:
        entry["step"] = max(1, int(flat.size // min(limit, 1000)))
        flat = flat[:: entry["step"]]
    flat = flat.astype(flat.dtype.newbyteorder("<"))
    entry["data"] = base64.b64encode(zlib.compress(flat.tobytes(), 1)).decode("ascii")
    return entry


def _leaves(fetches, result):
    """Name, operation's type and value of each thing fetched, in the order of the fetches."""
    if isinstance(fetches, dict):
        rows = []
        for key in sorted(fetches, key=str):
            rows += _leaves(fetches[key], result[key])
        return rows
    if isinstance(fetches, (list, tuple)):
        rows = []
        for each, value in zip(fetches, result):
            rows += _leaves(each, value)
        return rows
    if result is None:
        return []
    name, kind = _name(fetches)
    return [(name, kind, result)]


def _name(element):
    name = getattr(element, "name", None)
    if not isinstance(name, str):
        name = str(element)
    op = getattr(element, "op", element)
    return name, str(getattr(op, "type", ""))


def _attributes(op):
    """What tells one operation from another: numbers, types, shapes and, for constants, the value."""
    kept = {}
    try:
        definition = op.node_def
    except Exception:  # an operation that is no node
        return kept
    for key in definition.attr:
        attribute = definition.attr[key]
        kind = attribute.WhichOneof("value")
        if key.startswith("_") or kind in (None, "func", "list"):
            continue
        if kind == "tensor":
            kept[key] = _constant(attribute.tensor)
        elif kind == "s":
            kept[key] = _text(attribute.s)[:200]
        elif kind == "shape":
            dimensions = [each.size for each in attribute.shape.dim]
            kept[key] = None if attribute.shape.unknown_rank else dimensions
        else:
            kept[key] = _number(getattr(attribute, kind))
    return kept


def _constant(tensor):
    from tensorflow.python.framework import tensor_util

    array = tensor_util.MakeNdarray(tensor)
    if array.dtype.kind in "OSU":
        return [_text(each)[:100] for each in array.ravel()[:8].tolist()]
    if array.size <= 16:
        return array.tolist() if array.dtype.kind != "c" else str(array.tolist())
    return hashlib.sha1(array.tobytes()).hexdigest()


def _number(value):
    return value if isinstance(value, (bool, int, float, str)) or value is None else int(value)


def _text(value):
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value if isinstance(value, str) else str(value)


def _is_new(path, began):
    try:
        return os.path.getmtime(path) >= began
    except OSError:
        return False


def _digest_of(path):
    try:
        if os.path.getsize(path) > 50 * 1024 * 1024:
            return "size %d" % os.path.getsize(path)
        with open(path, "rb") as file:
            return hashlib.sha1(file.read()).hexdigest()
    except OSError:
        return ""


def main(arguments):
    """Runs a script as `python` would, recorded; its exceptions and exits pass through."""
    if len(arguments) < 3 or arguments[0] != "-o":
        print("usage: python recorder.py -o FILE SCRIPT [ARGUMENTS]", file=sys.stderr)
        return 2
    path, script = arguments[1], arguments[2]
    sys.argv = arguments[2:]
    sys.path[0] = os.path.dirname(os.path.abspath(script))
    recorder = Recorder(path, script)
    recorder.start()
    with open(script, "rb") as file:
        code = compile(file.read(), os.path.abspath(script), "exec")
    import types

    module = types.ModuleType("__main__")
    module.__file__ = os.path.abspath(script)
    sys.modules["__main__"] = module
    error = None
    try:
        exec(code, module.__dict__)
    except SystemExit:
        raise
    except BaseException as problem:
        error = "%s: %s" % (type(problem).__name__, problem)
        raise
    finally:
        recorder.finish(error)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
