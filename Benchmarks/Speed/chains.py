"""Chains made by chance from the shipped modules and rules, settings and further rules: a new one for every number."""
import pathlib
import random

ROOT = pathlib.Path(__file__).resolve().parents[2]
MODULES = ["date-normalization", "entity-extraction", "statement-sentiment", "poll-detection"]
SETTINGS = {
    "date-normalization": {"style": ["news", "narrative", "colloquial"], "date-order": ["auto", "day-first", "month-first"]},
    "entity-extraction": {"propagate": ["true", "false"], "supposed": ["true", "false"]},
    "statement-sentiment": {"quotations": ["joined", "divided"]},
    "poll-detection": {"lookalikes": ["left-out", "reported"]},
}
WORDS = ["the", "said", "President", "Prime Minister", "NATO", "talks", "percent", "Baghdad", "we", "visit", "support", "“", "on"]


NAMES = ["person", "organization", "location"]


class RandomChain:
    """A chain file of its own folder, and the format of its report; a build may refuse it."""

    def __init__(self, number, folder):
        self.random = random.Random(20261129 + number)
        self.folder = folder / f"chain{number}"
        self.folder.mkdir()
        self.path = self.folder / "chain.yaml"
        self.types = ["timex", *NAMES] if self.random.random() < 0.4 else []
        head = f"postil: 1\nlanguage: en\ninput: [{', '.join(self.types)}]\nsteps:\n"
        self.path.write_text(head + "".join(self.steps()))
        self.format = self.random.choice(["jsonl", "jsonl", "text", "csv"])

    def steps(self):
        names = [name for name in MODULES if self.random.random() < 0.8]
        if self.random.random() < 0.4:
            self.random.shuffle(names)
        for name in names:
            yield f"  - module: {name}\n    rules: [{', '.join(self.rules(name))}]\n" + self.settings(name)
            self.types += NAMES if name == "entity-extraction" else []
            if self.random.random() < 0.3:
                yield f"  - rules: [{self.written()}]\n"
        if not names or self.random.random() < 0.5:
            yield f"  - rules: [{', '.join([self.written(), *self.library()])}]\n"

    def rules(self, name):
        """The module's folder, or some of its files in any order."""
        if self.random.random() < 0.6:
            return [f"en/{name}"]
        files = sorted(path.name for path in (ROOT / "rules/en" / name).glob("*.yaml"))
        return [f"en/{name}/{file}" for file in self.random.sample(files, self.random.randint(1, len(files)))]

    def library(self):
        files = sorted((ROOT / "Documentation/RuleLibrary").glob("[0-3]*.yaml"))
        return map(str, self.random.sample(files, self.random.randint(0, 4)))

    def settings(self, name):
        chosen = [f"{key}: {self.random.choice(values)}" for key, values in SETTINGS[name].items() if self.random.random() < 0.5]
        if self.random.random() < 0.1:
            chosen.append("given: only")
        return f"    settings: {{{', '.join(chosen)}}}\n" if chosen else ""

    def written(self):
        """The name of a new file of rules: a pattern with a condition, terms, and a sequence over what they find."""
        name, words = f"extra{len(list(self.folder.glob('extra*')))}", lambda count: self.random.sample(WORDS, count)
        condition = self.random.choice(["", *(f", {kind}: {{pattern: '{words(1)[0]}'}}" for kind in ("before", "after", "notContains"))])
        kinds = [f"{name}-a", f"{name}-b", *self.types]
        element = lambda: f"{{type: {self.random.choice(kinds)}}}"
        (self.folder / f"{name}.yaml").write_text(
            f"postil: 1\nruleset: {name}\ntypes: {{{name}-a: {{features: {{next: string}}}}, {name}-b: {{}}, {name}-c: {{}}}}\n"
            f"lexicons: {{some: ['{words(1)[0]}', '{' '.join(words(2))}', '{words(1)[0]}']}}\nrules:\n"
            f"  - {{id: pattern, type: {name}-a, scope: {self.random.choice(['document', 'paragraph', 'sentence', 'line'])}, "
            f"conflict: {self.random.choice(['longest', 'first', 'all'])}, "
            f"pattern: '(?:{'|'.join(words(3))})\\s+(?<next>\\w+)', features: {{next: '${{next|lower}}'}}{condition}}}\n"
            f"  - {{id: term, type: {name}-b, terms: some, priority: {self.random.randint(0, 9)}}}\n"
            f"  - {{id: sequence, phase: 2, type: {name}-c, sequence: [{element()}, {{gap: {{max: {self.random.randint(1, 6)}}}}}, {element()}]}}\n")
        return f"{name}.yaml"
