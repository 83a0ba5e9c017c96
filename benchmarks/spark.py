"""Texts encoded on a Spark cluster of two local workers, one of them killed half-way, against one process.

    python benchmarks/spark.py [--texts 50000] [--model PATH] [--keep]

Starts Spark's master and two workers as processes of their own, and encodes a table twice, by `bert_tf.scale.encode`
and by `bert-tf encode --spark`; each time a worker and its executor are killed when half of the work is done. Exits
with 1 unless all rows are there, once each, with the vectors of one process to 1e-5. Without --model: a tiny one with
drawn weights. Needs pyspark, pyarrow and a Java runtime. --keep: no worker is killed, for the time alone.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402
import pyarrow as pa  # noqa: E402
import pyarrow.parquet as pq  # noqa: E402
import pyspark  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402

from bert_tf import scale  # noqa: E402
from bert_tf.scale import files  # noqa: E402
from bert_tf.scale.encoder import Settings  # noqa: E402
from tests.support import tiny_texts  # noqa: E402
from tests.support.ports import free_ports  # noqa: E402

LIMIT = 1e-5
SPARK = Path(pyspark.__file__).parent
PIECE = 1024  # rows


class Cluster:
    """A master and two workers, on this machine alone."""

    def __init__(self, folder):
        self.folder, self.port = Path(folder), free_ports(1)[0]
        self.master = f"spark://127.0.0.1:{self.port}"
        self._environment = {
            **os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable, "PYTHONPATH": str(ROOT),
        }  # fmt: skip
        os.environ.update(self._environment)

    def __enter__(self):
        ports = ["--port", str(self.port), "--webui-port", "0"]
        self.processes = [self._start("master.Master", "--host", "127.0.0.1", *ports)]
        for number in range(2):
            self.processes.append(self._worker(number))
        return self

    def __exit__(self, *error):
        for each in self.processes:
            self.kill(each)

    def _worker(self, number):
        where = self.folder / f"worker{number}"
        options = ["--cores", "1", "--memory", "1g", "--work-dir", str(where), "--webui-port", "0"]
        return self._start("worker.Worker", "--host", "127.0.0.1", *options, self.master)

    def _start(self, name, *options):
        log = (self.folder / f"{name}.{time.monotonic_ns()}.log").open("wb")
        command = [str(SPARK / "bin" / "spark-class"), f"org.apache.spark.deploy.{name}", *options]
        return subprocess.Popen(command, env=self._environment, stdout=log, stderr=log, start_new_session=True)

    @staticmethod
    def kill(process):
        """A process and its children, without a word of warning to them."""
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _session(cluster):
    builder = SparkSession.builder.master(cluster.master).config("spark.log.level", "OFF")
    for name, value in {"spark.ui.enabled": "false", "spark.executor.memory": "512m",
                        "spark.executorEnv.PYTHONPATH": ROOT, "spark.executorEnv.TF_CPP_MIN_LOG_LEVEL": 3,
                        "spark.driver.host": "127.0.0.1", "spark.ui.showConsoleProgress": "false"}.items():  # fmt: skip
        builder = builder.config(name, str(value))
    session = builder.getOrCreate()
    for _ in range(600):
        if session.sparkContext._jsc.sc().getExecutorMemoryStatus().size() == 3:  # the driver is one
            return session
        time.sleep(0.1)
    sys.exit("the two workers did not come")


def _killer(cluster, half, victim):
    """Kills a worker as soon as `half()` says so; gives the event that it is done."""
    done, stop = threading.Event(), threading.Event()

    def watch():
        while not stop.wait(0.05):
            if half():
                cluster.kill(victim)
                done.set()
                return

    threading.Thread(target=watch, daemon=True).start()
    return done, stop


def by_frame(session, table, model, out, tasks):
    """The table with its vectors, by the data frame."""
    frame = session.read.parquet(str(table)).repartition(tasks)
    scale.encode(frame, "text", str(model)).write.parquet(str(out))


def tasks_done(session):
    """How many tasks of the stages that run are done."""
    tracker = session.sparkContext.statusTracker()
    stages = [tracker.getStageInfo(each) for each in tracker.getActiveStageIds()]
    return max([each.numCompletedTasks for each in stages if each and each.numTasks > 2] or [0])


def difference(found, expected):
    """The largest difference of a table's vectors from those of one process; None if its rows are not the same."""
    found = found.sort_by("id")
    if found.column("id").to_pylist() != list(range(len(expected))):
        return None
    values = np.array(found.column("vector").to_pylist(), np.float32)
    return float(np.abs(values - expected).max())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts", type=int, default=50_000)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--keep", action="store_true")
    chosen = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))  # so that the cluster's processes go as well
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        model = chosen.model or _tiny(folder / "model")
        table = folder / "in.parquet"
        texts = tiny_texts.texts(chosen.texts)
        pq.write_table(pa.table({"id": pa.array(range(len(texts))), "text": texts}), table)
        settings = Settings(str(model))
        start = time.perf_counter()
        files.encode_file(table, folder / "one.parquet", ["text"], settings, rows=PIECE)
        print(f"one process: {len(texts):,} texts, {time.perf_counter() - start:.1f} s", flush=True)
        expected = np.array(pq.read_table(folder / "one.parquet").column("vector").to_pylist(), np.float32)
        bad = False
        for name in ("scale.encode", "bert-tf encode --spark"):
            place = folder / name.split()[0]
            place.mkdir()
            seconds, killed = _one(name, place, table, settings, not chosen.keep)
            apart = difference(pq.read_table(place / "out.parquet"), expected)
            rows = "not the same rows" if apart is None else f"the same {len(texts):,} rows, {apart:.1e} apart"
            print(f"{name}: {rows}, worker killed: {killed}, {seconds:.1f} s", flush=True)
            bad |= apart is None or apart > LIMIT or killed == chosen.keep
    sys.exit(bad)


def _one(name, folder, table, settings, kills):
    """Seconds, and whether a worker was killed meanwhile."""
    count = pq.read_metadata(table).num_rows // PIECE
    with Cluster(folder) as cluster:
        session = _session(cluster)
        out = folder / "out.parquet"
        parts = folder / ".out.parquet.parts"
        half = {
            "scale.encode": lambda: tasks_done(session) >= count // 2,
            "bert-tf encode --spark": lambda: parts.is_dir() and len(list(parts.glob("*.parquet"))) >= count // 2,
        }
        killed, stop = _killer(cluster, half[name] if kills else lambda: False, cluster.processes[-1])
        start = time.perf_counter()
        if name == "scale.encode":
            by_frame(session, table, settings.path, out, count)
        else:
            files.encode_file(table, out, ["text"], settings, rows=PIECE, spark_master=cluster.master)
        seconds = time.perf_counter() - start
        stop.set()
        session.stop()
    return seconds, killed.is_set()


def _tiny(folder):
    made = tiny_texts.model("SentenceEmbedder")
    made.save_pretrained(folder)
    tiny_texts.tokenizer().save_pretrained(folder)
    return folder


if __name__ == "__main__":
    main()
