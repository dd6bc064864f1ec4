"""Postil on Apache Spark: documents in, a row for each record out, and summaries that can be merged.

    spark-submit --archives postil.tar.gz#postil --py-files postil-python.zip postil_spark.py news/*.jsonl --output out

Documentation/Cluster.md says how the archives are made and what a cluster costs.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections import deque
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any, Deque, Iterable, Iterator, List, Optional, Sequence, Tuple

import pandas
from postil import Failure, Postil, Record
from pyspark import SparkFiles
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.functions import struct, to_json

RECORD = "set string, id string, date string, error string, record string"
#: How many characters of lines go to Spark at once; a record is about ten times as long as its text.
BATCH = 4_000_000
#: So many starts without one record in a row mean that it is not for the documents.
STARTS = 6


@dataclass(frozen=True)
class Shipped:
    """The program as the job brings it, and the options of ``postil annotate`` that all documents have."""

    #: Below the folder of what was shipped, or absolute.
    program: str = "postil/bin/postil"
    options: Sequence[str] = ()

    def postil(self) -> Postil:
        """The program on this machine; it runs where the shipped files are, so that options can name them."""
        folder = Path(SparkFiles.getRootDirectory())
        return Postil(folder / self.program, folder=folder, jobs=1, isolate=True, options=self.options)


def lines_of_files(spark: SparkSession, paths: Sequence[str]) -> DataFrame:
    """The lines of JSONL files, byte for byte: Spark reads no JSON, and decodes nothing."""
    return spark.read.text(list(paths), lineSep="\n").selectExpr("cast(value AS binary) AS line")


def lines_of_rows(frame: DataFrame) -> DataFrame:
    """A line of JSON for each row, made by Spark, so that no whole number becomes a float on its way through pandas."""
    return frame.select(to_json(struct(*(frame[f"`{name}`"] for name in frame.columns))).cast("binary").alias("line"))


def annotate(lines: DataFrame, shipped: Shipped) -> DataFrame:
    """A row for each document: set, id, date, why it failed where it did, and the line of the report."""

    def task(batches: Iterable[Any]) -> Iterable[Any]:
        given = (bytes(line) for batch in batches for line in batch["line"])
        for rows in portions(
            ((one.document.set, one.document.id, one.document.date, one.error, one.line) for one in records(shipped.postil(), given))
        ):
            yield pandas.DataFrame(rows, columns=["set", "id", "date", "error", "record"])

    return lines.mapInPandas(task, RECORD)


def summarize(annotated: DataFrame, shipped: Shipped, *words: str) -> DataFrame:
    """The lines of a summary for each task, of all its records; ``postil merge`` makes one of them."""

    def task(batches: Iterable[Any]) -> Iterable[Any]:
        with tempfile.TemporaryDirectory() as folder:
            report, summary = Path(folder, "report.jsonl"), Path(folder, "summary")
            with open(report, "w", encoding="utf-8", newline="\n") as file:
                for batch in batches:
                    file.writelines(f"{line}\n" for line in batch["record"])
            if report.stat().st_size == 0:
                return
            shipped.postil().run("summarize", *words, "-o", str(summary), str(report))
            with open(summary, encoding="utf-8", newline="\n") as file:
                for rows in portions((line.rstrip("\n"),) for line in file):
                    yield pandas.DataFrame(rows, columns=["line"])

    return annotated.select("record").mapInPandas(task, "line string")


def merge(spark: SparkSession, folder: str, output: str, shipped: Shipped) -> None:
    """One summary of those in a folder of any file system that Spark knows, as a file of the driver's machine."""
    java: Any = spark._jvm
    path = java.org.apache.hadoop.fs.Path(folder)
    system = path.getFileSystem(spark._jsc.hadoopConfiguration())
    with tempfile.TemporaryDirectory() as local:
        parts: List[str] = []
        for status in system.listStatus(path):
            name = status.getPath().getName()
            if name.startswith("part-") and status.getLen() > 0:
                system.copyToLocalFile(status.getPath(), java.org.apache.hadoop.fs.Path(f"file://{local}/{name}"))
                parts.append(f"{local}/{name}")
        shipped.postil().run("merge", "-o", os.path.abspath(output), *parts)


def portions(rows: Iterable[Tuple[Optional[str], ...]]) -> Iterator[List[Tuple[Optional[str], ...]]]:
    """Rows in lists that hold about as much, whatever the length of documents."""
    portion, size = [], 0
    for row in rows:
        portion.append(row)
        size += len(row[-1] or "")
        if size >= BATCH:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion


def records(postil: Postil, lines: Iterable[bytes]) -> Iterator[Record]:
    """A record for each line that is not empty, in their order, whatever becomes of the program.

    A program that is killed, as by the system when memory is short, is started anew with the documents that have no record yet. The
    first of them was being worked on: when it is first again, it becomes a fault.
    """
    rest = iter(lines)
    waiting: Deque[bytes] = deque()
    suspect: Optional[bytes] = None
    starts = 0
    while True:
        again = list(waiting)
        waiting.clear()
        try:
            for number, record in enumerate(postil.annotate_lines(_noted(chain(again, rest), waiting)), 1):
                starts = 0
                yield _placed(record, number, waiting.popleft())
            if waiting:
                raise RuntimeError(f"{len(waiting)} lines have no record")
            return
        except Failure as failure:
            starts += 1
            if failure.status >= 0 or starts > STARTS:
                raise
            if waiting and waiting[0] is suspect:
                yield _fault(waiting.popleft(), f"postil was ended by signal {-failure.status} at this document, twice")
            suspect = waiting[0] if waiting else None


def _noted(lines: Iterable[bytes], waiting: Deque[bytes]) -> Iterator[bytes]:
    for line in lines:
        if line.strip():
            waiting.append(line)
            yield line.rstrip(b"\n") + b"\n"


def _placed(record: Record, number: int, line: bytes) -> Record:
    """The record as it is wherever the line stands: the number of a line in a task's input means nothing, and differs from run to run."""
    place = f"'standard input' line {number}: "
    if record.error is None or not record.error.startswith(place):
        return record
    name = _name(line) if record.document.id == f"line {number}" else record.document.id
    return _failed(name, record.document.set, record.error[len(place) :])


def _fault(line: bytes, error: str) -> Record:
    try:
        value = json.loads(line)
        return _failed(str(value["id"]), str(value.get("set", "")), error)
    except (ValueError, TypeError, KeyError):
        return _failed(_name(line), "", error)


def _failed(name: str, of: str, error: str) -> Record:
    value = {"schema": "postil.report/1", "document": {"id": name, "set": of}, "error": error, "diagnostics": []}
    return Record.parse(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _name(line: bytes) -> str:
    """What a line without an id is called: the same in every run and on every machine."""
    return f"line {sha256(line.rstrip()).hexdigest()[:16]}"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="postil_spark.py", description="Annotate documents on Apache Spark.")
    parser.add_argument("inputs", nargs="+", help="files, folders and patterns of any file system that Spark knows")
    parser.add_argument("--output", required=True, help="a folder that is not there yet: 'records' and 'summaries' go into it")
    parser.add_argument("--input-format", default="jsonl", help="jsonl (default), or what Spark calls a format: parquet, orc, csv, …")
    parser.add_argument("--records", choices=["parquet", "jsonl"], default="parquet", help="what records are written as")
    parser.add_argument("--partitions", type=int, help="so many tasks; without it as Spark divides the input")
    parser.add_argument("--no-summaries", action="store_true", help="write the records alone")
    parser.add_argument("--without-text", action="store_true", help="leave the texts out of summaries")
    parser.add_argument("--summary", metavar="FILE", help="merge the summaries into a file of the driver's machine")
    parser.add_argument("--program", default=Shipped.program, help="the program below the shipped files, or absolute (default: %(default)s)")
    parser.add_argument("--option", action="append", default=[], help="a word for 'postil annotate': --option=--rules --option=my-rules; may be repeated")
    return parser.parse_args()


def main() -> None:
    given = arguments()
    spark = SparkSession.builder.appName("postil").getOrCreate()
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 200)
    spark.conf.set("spark.sql.session.timeZone", "UTC")
    shipped = Shipped(given.program, given.option)
    if given.input_format == "jsonl":
        lines = lines_of_files(spark, given.inputs)
    else:
        lines = lines_of_rows(spark.read.format(given.input_format).load(given.inputs))
    annotated = annotate(lines.repartition(given.partitions) if given.partitions else lines, shipped)
    folder = f"{given.output}/records"
    if given.records == "parquet":
        annotated.write.parquet(folder)
        annotated = spark.read.parquet(folder)
    else:
        annotated.select("record").write.text(folder, lineSep="\n")
        annotated = spark.read.text(folder, lineSep="\n").withColumnRenamed("value", "record")
    if not given.no_summaries:
        summarize(annotated, shipped, *(["--without-text"] if given.without_text else [])).write.text(f"{given.output}/summaries")
        if given.summary:
            merge(spark, f"{given.output}/summaries", given.summary, shipped)
    if given.records == "parquet":
        print(f"{annotated.count()} records, {annotated.where('error IS NOT NULL').count()} documents failed: {folder}")
    spark.stop()


if __name__ == "__main__":
    main()
