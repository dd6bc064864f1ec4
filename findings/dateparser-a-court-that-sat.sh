#!/usr/bin/env bash
# dateparser 1.2.1 (PyPI), a common finder of dates in news texts, on words of courts and parliaments.
#
# Behaviour seen: search_dates() takes the short forms of days and months in any case and as any part of speech. A court or a
# committee that "sat" sat on a Saturday, a couple that "were wed" did so on a Wednesday, marchers that "march on" name the
# month, and the sun that set is a Sunday: each comes back as a date relative to the base, with no measure of doubt. Counts of
# dates by weekday over court or parliament reports are made of verbs.
#
# Output seen (and demanded below), with Wednesday, 15 May 2024 as the base:
#   The committee sat in silence.     sat in 2024-05-11
#   The couple were wed in church.    wed in 2024-05-15
#   The sun set over the court.       The sun 2024-05-12
#   The strikers march on.            march on 2024-03-15
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" -q install dateparser==1.2.1
seen=$("$folder/venv/bin/python" - <<'PYTHON'
import datetime

from dateparser.search import search_dates

settings = {"RELATIVE_BASE": datetime.datetime(2024, 5, 15)}
for text in (
    "The committee sat in silence.",
    "The couple were wed in church.",
    "The sun set over the court.",
    "The strikers march on.",
):
    for words, date in search_dates(text, languages=["en"], settings=settings) or []:
        print(words, date.date())
PYTHON
)
wanted="sat in 2024-05-11
wed in 2024-05-15
The sun 2024-05-12
march on 2024-03-15"
echo "$seen"
if [ "$seen" != "$wanted" ]; then
  echo "dateparser behaves otherwise now" >&2
  exit 1
fi
