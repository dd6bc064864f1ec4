#!/usr/bin/env python3
"""Fit the weights of words that are already in a tone lexicon to scored texts.  Standard library only.

    python3 Scripts/fit-tone.py DATA.jsonl ... --postil .build/release/postil --column target --from weight event
    python3 Scripts/fit-tone.py DATA.jsonl ... --postil .build/release/postil --column text --from event target --write

Each line of DATA is a document with statements whose features have `sentiment` (and `score`, used when it is there).
Postil scores them; its evidence names every word with its factors, so the fit needs no second implementation of the
rules.  Meanwhile the column holds the values of `--from`, so that what it held before does not count.  What is wanted is
brought to the scale of the weights, then a weight moves from its value in the column `--from` (the mean of several) as
far as the data pull it: ridge regression, solved by a fixed number of rounds in the order of the lexicon, so that the
same data and lexicon give the same result, byte for byte.  First each fifth of the documents, by the SHA-1 of their
ids (no seed but that), is scored by weights that the other four gave, and the figures are those of all documents so
scored, of each file by itself too; with --write all are fitted and the column is written back.  No word is ever added.
"""
import argparse, collections, hashlib, json, re, subprocess, sys, tempfile

ITEM = re.compile(r"^(?P<text>.+?) (?P<weight>[+-]?\d+(?:\.\d+)?(?:e-?\d+)?)(?: · (?P<factors>.*) = .*)?$")
FACTOR = re.compile(r"×(-?\d+(?:\.\d+)?)")
LABELS = ("negative", "neutral", "positive")


def load(paths):
    documents = []
    for path in paths:
        documents += [json.loads(line) for line in open(path, encoding="utf-8") if line.strip()]
    return documents


def evidence(postil, documents):
    """The evidence of each statement, in order, as lists of (text, weight, product of factors)."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for number, document in enumerate(documents):
            annotations = []
            for index, annotation in enumerate(document["annotations"]):
                features = {k: v for k, v in annotation["features"].items() if k not in ("sentiment", "score")}
                text = document["text"][annotation["start"]:annotation["end"]]
                annotations.append({**annotation, "id": f"g{index}", "text": text, "features": features})
            record = {"id": str(number), "text": document["text"], "annotations": annotations}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
        file.flush()
        command = [postil, "annotate", "--input-format", "jsonl", "--format", "jsonl", file.name]
        output = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    for line in output.splitlines():
        report = json.loads(line)
        given = {a["id"]: a for a in report["annotations"] if a["type"] == "statement"}
        yield [items(given[f"g{i}"]) for i in range(len(documents[int(report["document"]["id"])]["annotations"]))]


def items(annotation):
    found = []
    for item in annotation["features"].get("evidence") or []:
        match = ITEM.match(item)
        product = 1.0
        for factor in FACTOR.findall(match["factors"] or ""):
            product *= float(factor)
        found.append((match["text"].lower(), float(match["weight"]), product))
    return found


FOLDS = 5


def fold_of(document):
    """0 to 4: the rest of the id's SHA-1, read as a number, when divided by five."""
    return int(hashlib.sha1(document["id"].encode("utf-8")).hexdigest(), 16) % FOLDS


def rows_of(documents, found, terms):
    """(fold, wanted score, constant part, {term: factor}, gold label)."""
    for document, statements in zip(documents, found):
        for annotation, statement in zip(document["annotations"], statements):
            features = annotation["features"]
            score = features.get("score")
            wanted = score if score is not None else LABELS.index(features["sentiment"]) - 1
            constant, words = 0.0, collections.Counter()
            for text, weight, product in statement:
                if text in terms:
                    words[text] += product
                else:
                    constant += weight * product
            yield fold_of(document), wanted, constant, words, features["sentiment"]


def scale(rows, prior):
    """How large a score of the weights in `prior` is for each unit of what is wanted."""
    priors = [constant + sum(prior[t] * f for t, f in words.items()) for _, _, constant, words, _ in rows]
    above = sum(wanted * value for (_, wanted, _, _, _), value in zip(rows, priors))
    return sum(value * value for value in priors) / above if above > 0 else 1.0


def fit(rows, prior, ridge, rounds=40):
    weights = dict(prior)
    unit = scale(rows, prior)
    places = collections.defaultdict(list)
    rest = []
    for index, (_, wanted, constant, words, _) in enumerate(rows):
        rest.append(unit * wanted - constant - sum(weights[t] * f for t, f in words.items()))
        for term, factor in words.items():
            places[term].append((index, factor))
    for _ in range(rounds):
        for term in prior:
            if term not in places:
                continue
            up = sum(f * rest[i] for i, f in places[term]) - ridge * (weights[term] - prior[term])
            step = up / (sum(f * f for _, f in places[term]) + ridge)
            weights[term] += step
            for index, factor in places[term]:
                rest[index] -= step * factor
    return {t: max(-0.95, min(0.95, round(w, 2))) for t, w in weights.items()}


def measures(rows, folds):
    """Figures of `rows`, each scored by the weights of its fold."""
    counts = collections.Counter()
    pairs = []
    for fold, wanted, constant, words, gold in rows:
        weights = folds[fold]
        value = max(-1, min(1, constant + sum(weights[t] * f for t, f in words.items())))
        label = "positive" if value >= 0.2 else "negative" if value <= -0.2 else "neutral"
        counts[gold, label] += 1
        pairs.append((wanted, value))
    f1 = []
    for label in LABELS:
        hit = counts[label, label]
        wanted = sum(counts[label, x] for x in LABELS)
        given = sum(counts[x, label] for x in LABELS)
        f1.append(2 * hit / (wanted + given) if wanted + given else 0.0)
    n = len(pairs)
    mx, my = sum(x for x, _ in pairs) / n, sum(y for _, y in pairs) / n
    xy = sum((x - mx) * (y - my) for x, y in pairs)
    r = xy / ((sum((x - mx) ** 2 for x, _ in pairs) * sum((y - my) ** 2 for _, y in pairs)) ** 0.5 or 1)
    accuracy = sum(counts[x, x] for x in LABELS) / n
    return f"accuracy {100 * accuracy:.1f}  macro-F1 {100 * sum(f1) / 3:.1f}  r {100 * r:.1f}  ({n} statements)"


def write(lexicon, header, table, column, weights):
    """Writes the lexicon with the column's values replaced by `weights`."""
    with open(lexicon, "w", encoding="utf-8") as file:
        file.write("\t".join(header) + "\n")
        for row in table:
            value = weights.get(row[0].lower())
            file.write("\t".join(row if value is None else row[:column] + [f"{value:g}"] + row[column + 1:]) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="+")
    parser.add_argument("--postil", required=True)
    parser.add_argument("--lexicon", default="rules/en/statement-sentiment/tone.tsv")
    parser.add_argument("--column", required=True, choices=("target", "text"))
    parser.add_argument("--from", dest="prior", required=True, nargs="+", choices=("weight", "event", "target"))
    parser.add_argument("--ridge", type=float, default=3.0, help="how firmly a weight is held where it was")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    lines = [line.rstrip("\n").split("\t") for line in open(arguments.lexicon, encoding="utf-8")]
    header, table = lines[0], lines[1:]
    column = header.index(arguments.column)
    sources = [header.index(name) for name in arguments.prior]
    prior = {
        row[0].lower(): sum(float(row[source]) for source in sources) / len(sources)
        for row in table if row[header.index("role")] == "word"}
    files = [load([path]) for path in arguments.data]
    documents = [document for file in files for document in file]
    original = open(arguments.lexicon, encoding="utf-8").read()
    write(arguments.lexicon, header, table, column, prior)
    try:
        rows = list(rows_of(documents, list(evidence(arguments.postil, documents)), prior))
    finally:
        open(arguments.lexicon, "w", encoding="utf-8").write(original)
    folds = [fit([row for row in rows if row[0] != fold], prior, arguments.ridge) for fold in range(FOLDS)]
    start = 0
    for path, file in [*zip(arguments.data, files), ("all", documents)]:
        start = 0 if path == "all" else start
        count = sum(len(document["annotations"]) for document in file)
        part, start = rows[start:start + count], start + count
        print(f"{path}\n  before {measures(part, [prior] * FOLDS)}\n  held out {measures(part, folds)}")
    whole = fit(rows, prior, arguments.ridge)
    print(f"  fitted on all {measures(rows, [whole] * FOLDS)}")
    if arguments.write:
        write(arguments.lexicon, header, table, column, whole)
    return 0


if __name__ == "__main__":
    sys.exit(main())
