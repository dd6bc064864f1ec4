#!/usr/bin/env python3
"""Makes the lists of words by class for the grammar from WordNet's files: word_classes.py WORDNET WORDS.tsv OUTPUT.

WORDNET is the folder of the database of WordNet 3.0, WORDS.tsv the list of common words beside which nothing is taken, OUTPUT the
folder for common-verbs.tsv, common-nouns.tsv and common-adjectives.tsv. Counts are those of the sense-tagged texts that WordNet comes with.
"""
import collections
import pathlib
import sys

NOUN, VERB, ADJECTIVE, ADVERB, SATELLITE = "1", "2", "3", "4", "5"
PERSON, BODY = "18", "14"
# The synset of social groups: bodies of persons, and not collections of things.
SOCIAL = "07950920"
# A form belongs to a class when so much of its lemma's count does; below the smaller share it is left out.
SURE, LIKELY = 0.8, 0.25
# Lemmas counted less often are left out; of nouns, those for persons and bodies that have no other sense are kept.
RARE = 2


def read(wordnet):
    """-> {lemma: {part of speech: count}}, {lemma: {file of its noun senses: count}}, {lemma: file of its first noun sense}."""
    counts = collections.defaultdict(collections.Counter)
    files = collections.defaultdict(collections.Counter)
    for line in (wordnet / "cntlist.rev").read_text().splitlines():
        key, _, count = line.split()
        lemma, rest = key.split("%")
        part, file = rest.split(":")[:2]
        counts[lemma]["3" if part == SATELLITE else part] += int(count)
        if part == NOUN:
            files[lemma][file] += int(count)
    places, above = {}, {}
    for line in (wordnet / "data.noun").read_text().splitlines():
        if not line.startswith(" "):
            fields = line.split()
            places[fields[0]] = fields[1]
            above[fields[0]] = [fields[at + 1] for at, field in enumerate(fields) if field in ("@", "@i")]
    first = {}
    for line in (wordnet / "index.noun").read_text().splitlines():
        if not line.startswith(" "):
            fields = line.split()
            synset = fields[6 + int(fields[3])]
            if places[synset] != BODY or acts(synset, above):
                first[fields[0]] = places[synset]
    return counts, files, first


def acts(synset, above):
    """Whether a group is one of persons: something above it is SOCIAL, or it is that."""
    return synset == SOCIAL or any(acts(other, above) for other in above[synset])


def lemmas(wordnet, part):
    return [line.split()[0] for line in (wordnet / f"index.{part}").read_text().splitlines() if not line.startswith(" ")]


def exceptions(wordnet, part):
    """-> {lemma: [irregular forms]}."""
    forms = collections.defaultdict(list)
    for line in (wordnet / f"{part}.exc").read_text().splitlines():
        form, *bases = line.split()
        for base in bases:
            forms[base].append(form)
    return forms


def with_s(word):
    if word.endswith(("s", "x", "z", "ch", "sh")) or word.endswith("o") and word[-2:-1] not in "aeiou":
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def plural(word, irregular):
    if word in irregular:
        return irregular[word][0]
    return word[:-3] + "men" if word.endswith("man") else with_s(word)


def main():
    wordnet, common, output = map(pathlib.Path, sys.argv[1:])
    known = {line.split("\t")[0].lower() for line in common.read_text().splitlines()[1:]}
    counts, files, first = read(wordnet)

    def share(lemma, part):
        total = sum(counts[lemma].values())
        return counts[lemma][part] / total if total else None

    def plain(lemma):
        return lemma in known and lemma.isalpha() and lemma.islower() and len(lemma) > 2

    irregular = exceptions(wordnet, "verb")
    pasts = {form for forms in irregular.values() for form in forms}
    verbs = {}
    for lemma in lemmas(wordnet, "verb"):
        part = share(lemma, VERB)
        if not plain(lemma) or (part or 0) < LIKELY:
            continue
        if counts[lemma][VERB] < RARE or lemma in pasts:
            continue
        sure = part >= SURE
        verbs.setdefault(lemma, "base" if sure else "base-or-noun")
        verbs.setdefault(with_s(lemma), "present" if sure else "present-or-noun")
        for form in irregular[lemma]:
            if form.isalpha() and not form.endswith(("ed", "ing")) and share(form, NOUN) in (None, 0):
                verbs.setdefault(form, "past")
    write(output / "common-verbs.tsv", verbs)

    irregular = exceptions(wordnet, "noun")
    people = {}
    for lemma in lemmas(wordnet, "noun"):
        if not plain(lemma) or (share(lemma, NOUN) or 1) < SURE:
            continue
        total = sum(files[lemma].values())
        if total < RARE and not lemma.endswith(("ist", "man", "er", "or", "ian", "ee", "ant")):
            continue
        for file, one, several in ((PERSON, "person", "persons"), (BODY, "body", "bodies")):
            if first.get(lemma) == file and (total == 0 or files[lemma][file] / total >= 0.6):
                people.setdefault(lemma, one)
                people.setdefault(plural(lemma, irregular), several)
    write(output / "common-nouns.tsv", people)

    adjectives = {}
    for lemma in lemmas(wordnet, "adj"):
        part = share(lemma, ADJECTIVE)
        if plain(lemma) and not lemma.endswith(("ed", "ing")) and (part or 0) >= SURE and counts[lemma][ADJECTIVE] >= RARE and lemma not in pasts:
            adjectives[lemma] = "adjective"
    write(output / "common-adjectives.tsv", adjectives)


def write(path, classes):
    path.write_text("term\tclass\n" + "".join(f"{term}\t{name}\n" for term, name in sorted(classes.items())))


main()
