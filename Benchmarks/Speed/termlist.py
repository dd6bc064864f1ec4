"""A ruleset whose lexicon has 100,000 made-up names."""
import itertools


def write(folder):
    parts = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "io", "u", "an", "or")]
    names = itertools.islice(itertools.product(parts, parts, parts), 100_000)
    rows = (f"{(a + b + c).title()}{' of ' + a.title() if n % 4 == 0 else ''}\tname {n}\tcountry {n % 200}\n"
            for n, (a, b, c) in enumerate(names))
    (folder / "names.tsv").write_text("term\tcanonical\tcountry\n" + "".join(rows))
    (folder / "names.yaml").write_text(
        "postil: 1\nruleset: bench.names\nlexicons: {name: {file: names.tsv}}\ntypes: {listed: {}}\n"
        "rules: [{id: name, type: listed, terms: name, features: {name: '${term.canonical}'}}]\n")
