#!/usr/bin/env bash
# nameparser 1.1.3 (PyPI), the common splitter of persons' names, on bylines and lists of speakers.
#
# Behaviour seen: HumanName compares the last word with its list of degrees and honours in any case. Behind two other words the
# surnames Ma, Do and Vi are taken for Master of Arts, Doctor of Osteopathy and the number six, so that the middle name becomes the
# surname; behind one word they stay surnames. The other way round, honours that the list lacks become the surname: it has QC but
# not KC, MP but not MEP. Counts of speakers by surname put three persons named Ma under three given names, and barristers under KC.
#
# Output seen (and demanded below):
#   Yo Yo Ma        last Yo    suffix Ma
#   Jack Ma         last Ma    suffix
#   Mary Ann Do     last Ann   suffix Do
#   Kim Lan Vi      last Lan   suffix Vi
#   Ida Quill QC    last Quill suffix QC
#   Ida Quill KC    last KC    suffix
#   Ida Quill MEP   last MEP   suffix
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" -q install nameparser==1.1.3
seen=$("$folder/venv/bin/python" - <<'PYTHON'
from nameparser import HumanName

for name in (
    "Yo Yo Ma",
    "Jack Ma",
    "Mary Ann Do",
    "Kim Lan Vi",
    "Ida Quill QC",
    "Ida Quill KC",
    "Ida Quill MEP",
):
    parts = HumanName(name)
    print(f"{name}: {parts.last}|{parts.suffix}")
PYTHON
)
wanted="Yo Yo Ma: Yo|Ma
Jack Ma: Ma|
Mary Ann Do: Ann|Do
Kim Lan Vi: Lan|Vi
Ida Quill QC: Quill|QC
Ida Quill KC: KC|
Ida Quill MEP: MEP|"
if [ "$seen" != "$wanted" ]; then
  printf 'nameparser 1.1.3 behaves otherwise now:\n%s\n' "$seen"
  exit 1
fi
printf '%s\n' "$seen"
