#!/usr/bin/env bash
# pyspark 4.1.1 (PyPI) with pandas 3.1.1 and pyarrow 26.0.1: DataFrame.mapInPandas with a function that gives back what it gets.
#
# Behaviour seen: a column of 64-bit integers (LongType) that has a null among the rows of one Arrow batch reaches Python as float64,
# without a word, and comes back into the bigint column rounded to 53 bits. So a row's number depends on whether a row beside it is
# null, and on spark.sql.execution.arrow.maxRecordsPerBatch: the same data give other ids of posts with another size of batches.
#
# Output seen (and demanded below), for the ids 9007199254740993 and null in one partition:
#   batches of 1 row:  [9007199254740993, None]
#   batches of 2 rows: [9007199254740992, None]
# Needs Java 17.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" -q install --no-compile pyspark==4.1.1 pandas==3.1.1 pyarrow==26.0.1
cat > "$folder/same.py" <<'PYTHON'
from pyspark.sql import SparkSession

spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
posts = spark.createDataFrame([(9007199254740993,), (None,)], "id long").coalesce(1)
for rows in (1, 2):
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", rows)
    print(rows, [row.id for row in posts.mapInPandas(lambda batches: batches, "id long").collect()])
spark.stop()
PYTHON
export PATH="$folder/venv/bin:$PATH" PYSPARK_PYTHON="$folder/venv/bin/python" SPARK_LOCAL_IP=127.0.0.1
seen=$(python3 "$folder/same.py" 2> "$folder/errors") || { tail -20 "$folder/errors" >&2; exit 1; }
wanted="1 [9007199254740993, None]
2 [9007199254740992, None]"
echo "$seen"
if [ "$seen" != "$wanted" ]; then
  echo "pyspark behaves otherwise now" >&2
  exit 1
fi
