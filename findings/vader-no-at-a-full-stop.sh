#!/usr/bin/env bash
# vaderSentiment 3.3.2 (PyPI), the usual lexicon of tone for news and posts, on the word "no" beside a mark.
#
# Behaviour seen: marks are taken off a word only where more than two characters stay, so that smileys are kept. "no." and "no," are
# therefore other words than "no": a refusal at the end of a sentence scores 0.0, the same words without their full stop -0.296. And the
# British name of the prime minister's office turns praise over where the abbreviation bears no full stop: "No 10 praised the
# deal." is negative, "No. 10 praised the deal." positive. Scores of sentences depend on how a splitter treats their last mark.
#
# Output seen (and demanded below):
#   The answer of the ministry was no.    0.0
#   The answer of the ministry was no    -0.296
#   No. 10 praised the deal.              0.4939
#   No 10 praised the deal.              -0.5897
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" -q install vaderSentiment==3.3.2
seen=$("$folder/venv/bin/python" - <<'PYTHON'
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

analyzer = SentimentIntensityAnalyzer()
for text in (
    "The answer of the ministry was no.",
    "The answer of the ministry was no",
    "No. 10 praised the deal.",
    "No 10 praised the deal.",
):
    print(analyzer.polarity_scores(text)["compound"], text)
PYTHON
)
wanted="0.0 The answer of the ministry was no.
-0.296 The answer of the ministry was no
0.4939 No. 10 praised the deal.
-0.5897 No 10 praised the deal."
echo "$seen"
if [ "$seen" != "$wanted" ]; then
  echo "vaderSentiment behaves otherwise now" >&2
  exit 1
fi
