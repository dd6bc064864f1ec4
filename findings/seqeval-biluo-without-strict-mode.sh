#!/usr/bin/env bash
# seqeval 1.2.2 (PyPI), which most Python code for named entities is scored with, on labels of the BILUO scheme, which spaCy writes.
#
# Behaviour seen: without mode="strict" L ends no name and U begins none, and no warning says that the scheme is not known. Two names of one token side by side (U-PER U-PER) are one name; of two names of two tokens side by side the
# first is lost; and a system that finds one long name where gold has two short ones has F1 1.0. In strict mode with
# scheme=BILOU the same labels are read as they are meant and F1 is 0.0.
#
# Output seen (and demanded below):
#   U-PER U-PER              -> [('PER', 0, 1)]
#   B-PER L-PER B-PER L-PER  -> [('PER', 2, 3)]
#   two names against one    -> default 1.0, strict BILOU 0.0
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" -q install seqeval==1.2.2 'setuptools<81'
seen=$("$folder/venv/bin/python" -W ignore - <<'PYTHON'
from seqeval.metrics import f1_score
from seqeval.metrics.sequence_labeling import get_entities
from seqeval.scheme import BILOU

print(get_entities(["U-PER", "U-PER"]))
print(get_entities(["B-PER", "L-PER", "B-PER", "L-PER"]))
gold, found = [["U-PER", "U-PER", "O"]], [["B-PER", "L-PER", "O"]]
print(f1_score(gold, found), f1_score(gold, found, mode="strict", scheme=BILOU))
PYTHON
)
wanted="[('PER', 0, 1)]
[('PER', 2, 3)]
1.0 0.0"
echo "$seen"
if [ "$seen" != "$wanted" ]; then
  echo "seqeval behaves otherwise now" >&2
  exit 1
fi
