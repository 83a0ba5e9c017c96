"""Plays pieces of code in children of one process that has imported TensorFlow, each with its own state.

As a program: the pieces come as JSON on standard input (name -> source, or a list of notebook cells), and what each
printed, its traceback included, goes out as JSON. The argument says what the pieces run on: `plain` or `tfcompat`.
"""

import json
import os
import runpy
import sys
import tempfile


def main(on):
    pieces = json.load(sys.stdin)
    if on == "tfcompat":
        from tfcompat.backend import environment

        environment.prepare()
    import tensorflow  # noqa: F401

    json.dump({name: _in_a_child(source, on) for name, source in pieces.items()}, sys.stdout)


def _in_a_child(source, on):
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as printed:
        child = os.fork()
        if not child:
            for stream in (1, 2):
                os.dup2(printed.fileno(), stream)
            os.chdir(folder)
            try:
                (_run if isinstance(source, str) else _run_cells)(source, on)
            except BaseException:
                sys.excepthook(*sys.exc_info())
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(0)
        os.waitpid(child, 0)
        printed.seek(0)
        return printed.read().decode()


def _run(source, on):
    with open("script.py", "w", encoding="utf-8") as file:
        file.write(source)
    sys.path.insert(0, os.getcwd())
    if on == "plain":
        runpy.run_path("script.py", run_name="__main__")
    else:
        from tfcompat.hook import script

        script.run_path("script.py", [])


def _run_cells(cells, on):
    from IPython.core.interactiveshell import InteractiveShell

    sys.argv[:] = ["ipykernel_launcher.py", "-f", "kernel.json"]
    shell = InteractiveShell.instance(colors="NoColor")
    for cell in ["%load_ext tfcompat"] * (on == "tfcompat") + cells:
        shell.run_cell(cell)


if __name__ == "__main__":
    main(sys.argv[1])
