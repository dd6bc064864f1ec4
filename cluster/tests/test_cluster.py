"""Two executors on this machine, one of which is killed in the middle: the same records and the same summary as one process makes.

DOCUMENTS is the number of documents (20,000).
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path
from typing import Any, Dict, Iterable, Iterator, List, Tuple

from corpus import Mixer
from processes import below, command

DOCUMENTS = int(os.environ.get("DOCUMENTS") or 20_000)
TASKS = 8
ROOT = Path(__file__).resolve().parents[2]


def write_documents(path: Path) -> None:
    """Texts of some hundred bytes, as of posts, behind multi-byte ones; every thousandth document has no text."""
    mixer = Mixer()
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        for number in range(DOCUMENTS):
            text = f"👩‍👩‍👧 é العراق {number}\u2028\r\n\n" + mixer.text(100 + mixer.random() * 400)
            value: Dict[str, Any] = {"id": f"d{number:06}", "date": "2024-09-21", "post": 2**60 + number, "text": text}
            if number % 1000 == 7:
                del value["text"]
            file.write(json.dumps(value, ensure_ascii=False) + "\n")


def submit(archives: Path, work: Path, *words: str) -> "subprocess.Popen[bytes]":
    python = Path(sys.executable)
    environment = {
        **os.environ, "PATH": f"{python.parent}:{os.environ['PATH']}", "PYSPARK_PYTHON": str(python), "SPARK_LOCAL_IP": "127.0.0.1",
    }  # fmt: skip
    (work / "events").mkdir()
    settings = {
        "spark.ui.enabled": "false", "spark.eventLog.enabled": "true", "spark.eventLog.dir": (work / "events").as_uri(),
        "spark.eventLog.rolling.enabled": "false", "spark.eventLog.compress": "false",
    }  # fmt: skip
    return subprocess.Popen(
        [
            "spark-submit", "--master", "local-cluster[2,1,1024]", *(word for one in settings.items() for word in ("--conf", "=".join(one))),
            "--archives", f"{archives}/postil.tar.gz#postil", "--py-files", f"{archives}/postil-python.zip",
            str(ROOT / "cluster/postil_spark.py"), *words,
        ],
        env=environment, cwd=work, stderr=open(work / "spark.log", "wb"),
    )  # fmt: skip


def kill_an_executor(job: "subprocess.Popen[bytes]", records: Path) -> Dict[int, str]:
    """Kills one that has a document in work, when a fourth of the tasks is done; returns what was running below it."""
    while job.poll() is None:
        if len(list(records.glob("_temporary/0/task_*"))) >= TASKS // 4:
            for process, line in below(job.pid).items():
                running = below(process)
                if "CoarseGrainedExecutorBackend" in line and any("postil annotate" in one for one in running.values()):
                    os.kill(process, signal.SIGKILL)
                    return running
        time.sleep(0.2)
    raise AssertionError("the job was over before an executor could be killed")


def events(folder: Path) -> Iterator[Dict[str, Any]]:
    for path in folder.iterdir():
        with open(path, encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def told(lines: Iterable[str]) -> Tuple[List[bytes], Dict[str, str]]:
    """The digests of the records, in order, and the faults: where a line stands is no part of why it failed."""
    records, faults = [], {}
    for line in lines:
        if '"error":' in line and "error" in (value := json.loads(line)):
            assert value["document"]["id"] not in faults
            faults[value["document"]["id"]] = value["error"].split(": ")[-1]
        else:
            records.append(sha256(line.rstrip("\n").encode()).digest())
    return sorted(records), faults


def lines_of(*paths: Path) -> Iterator[str]:
    for path in paths:
        with open(path, encoding="utf-8", newline="\n") as file:
            yield from file


def test_a_killed_executor_changes_nothing(archives: Path, program: Path, tmp_path: Path) -> None:
    documents, out, summary = tmp_path / "documents.jsonl", tmp_path / "out", tmp_path / "cluster.summary"
    write_documents(documents)
    started = time.monotonic()
    with open(tmp_path / "one.jsonl", "wb") as report:
        subprocess.run([program, "annotate", "--quiet", "--format", "jsonl", documents], stdout=report, stderr=subprocess.DEVNULL)
    subprocess.run([program, "summarize", "-o", tmp_path / "one.summary", tmp_path / "one.jsonl"], check=True)
    print(f"one process: {time.monotonic() - started:.0f} s")

    started = time.monotonic()
    job = submit(
        archives, tmp_path, str(documents), "--output", str(out), "--records", "jsonl", "--partitions", str(TASKS),
        "--summary", str(summary),
    )  # fmt: skip
    try:
        orphans = kill_an_executor(job, out / "records")
        assert job.wait() == 0, (tmp_path / "spark.log").read_text()[-3000:]
    finally:
        job.kill()
    print(f"two executors, one of them killed: {time.monotonic() - started:.0f} s")

    lost = [one for one in events(tmp_path / "events") if one["Event"] == "SparkListenerTaskEnd" and one["Task End Reason"]["Reason"] == "ExecutorLostFailure"]
    assert lost, "no task was lost with the executor"
    assert {one for one, line in orphans.items() if line and command(one) == line} == set(), "processes of the killed executor still run"

    records, faults = told(lines_of(*(out / "records").glob("part-*")))
    assert len(records) + len(faults) == DOCUMENTS and len(faults) == len(range(7, DOCUMENTS, 1000))
    assert (records, faults) == told(lines_of(tmp_path / "one.jsonl"))
    assert summary.read_bytes() == (tmp_path / "one.summary").read_bytes()
