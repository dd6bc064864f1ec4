"""Rows of a data frame, as of Parquet, are the documents that their JSON would be."""

from __future__ import annotations

import datetime
import json
import os
import sys
from decimal import Decimal
from pathlib import Path
from typing import Iterator

import pytest
from postil import Postil
from postil_spark import Shipped, annotate, lines_of_rows, records
from pyspark.sql import SparkSession


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    os.environ.update(PYSPARK_PYTHON=sys.executable, SPARK_LOCAL_IP="127.0.0.1")
    python = os.pathsep.join(sys.path)  # the workers import what the driver does
    session = (
        SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").config("spark.executorEnv.PYTHONPATH", python)
        .config("spark.sql.session.timeZone", "UTC").getOrCreate()
    )  # fmt: skip
    yield session
    session.stop()


def test_rows_of_parquet(spark: SparkSession, program: Path, tmp_path: Path) -> None:
    schema = "id long, text string, date date, at timestamp, post long, share double, price decimal(9,2), tags array<string>, `a.b` struct<c: long>"
    moment = datetime.datetime(2024, 3, 5, 10, 15, tzinfo=datetime.timezone.utc)
    rows = [
        (1, "👩‍👩‍👧 é Ada Smith\nsaid\u2028it.", datetime.date(2024, 3, 5), moment, 2**60 + 1, 0.5, Decimal("1.50"), ["x", "é"], (2**60 + 1,)),
        (2, "Nothing else.", None, None, None, None, None, None, None),
        (3, None, None, None, None, None, None, None, None),
    ]
    spark.createDataFrame(rows, schema).write.parquet(str(tmp_path / "rows"))
    frame = lines_of_rows(spark.read.parquet(str(tmp_path / "rows")).orderBy("id"))
    found = annotate(frame, Shipped(str(program), ["--set", "entity-extraction.given=add"])).collect()

    lines = [
        {
            "id": 1, "text": rows[0][1], "date": "2024-03-05", "at": "2024-03-05T10:15:00.000Z", "post": 2**60 + 1, "share": 0.5,
            "price": 1.50, "tags": ["x", "é"], "a.b": {"c": 2**60 + 1},
        },
        {"id": 2, "text": "Nothing else."}, {"id": 3},
    ]  # fmt: skip
    expected = list(records(Postil(program), [json.dumps(one, ensure_ascii=False).encode() for one in lines]))
    assert [json.loads(row.record) for row in found] == [json.loads(one.line) for one in expected]
    assert [(row.set, row.id, row.date, row.error) for row in found] == [
        ("", "1", "2024-03-05", None), ("", "2", None, None), ("", "3", None, "the record has no 'text'"),
    ]  # fmt: skip
