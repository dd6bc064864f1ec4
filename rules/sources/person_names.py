#!/usr/bin/env python3
"""Make more-given-names.tsv, surnames.tsv and words.tsv of rules/en/entity-extraction from openly licensed packages.

    python3 person_names.py PACKAGES_DIR ../en/entity-extraction

PACKAGES_DIR holds the unpacked packages named in README.md: `faker/`, `names-0.3.0/`, `arabic_name_romanizer/` and the
file `american-english-small` of Debian's wamerican-small.
"""
import importlib
import pathlib
import pkgutil
import re
import sqlite3
import sys

LATIN = re.compile(r"[A-ZÀ-ÞĀ-ɏ][a-zß-ÿA-ZÀ-ÞĀ-ɏ]+(?:[’'-][a-zß-ÿA-ZÀ-ÞĀ-ɏ]+)*\Z")
LEFT_OUT = {"is_IS"}                                   # patronyms by the thousand
TRANSLITERATED = ("ru_RU", "uk_UA")
LETTERS = dict(zip("абвгдезийклмнопрстуфыэіїєґ", "a b v g d e z i y k l m n o p r s t u f y e i yi ye g".split())) | {
    "ё": "yo", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya"}


def latin(name):
    out = "".join(LETTERS.get(c, c) for c in name.lower())
    out = re.sub(r"(?:yy|iy)\Z", "y", out)
    return out[:1].upper() + out[1:]


def strings(provider, *prefixes):
    found = set()
    for attribute in dir(provider):
        if attribute.startswith(prefixes):
            value = getattr(provider, attribute)
            if isinstance(value, (tuple, list, dict)):
                found.update(v for v in value if isinstance(v, str))
    return found


def faker_names():
    """(given names, surnames) of all locales with Latin letters, and of Russian and Ukrainian by transliteration."""
    import faker.providers.person as person
    given, surnames = set(), set()
    for module in pkgutil.iter_modules(person.__path__):
        if not module.ispkg or module.name in LEFT_OUT:
            continue
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        first = strings(provider, "first_name", "first_romanized")
        last = strings(provider, "last_name", "last_romanized")
        if module.name in TRANSLITERATED:
            first, last = set(map(latin, first)), set(map(latin, last))
        given |= first
        surnames |= last
    return given, surnames


def census(path, count):
    rows = [line.split() for line in path.read_text().splitlines()]
    names = []
    for row in rows[:count]:
        name = row[0].capitalize()
        names.append("Mc" + name[2:].capitalize() if name.startswith("Mc") and len(name) > 4 else name)
    return names


def romanized(path, role, least):
    base = sqlite3.connect(path)
    query = "select latin, sum(count) from units where role = ? group by latin having sum(count) >= ?"
    return {name for name, _ in base.execute(query, (role, least))}


def write(path, terms):
    path.write_text("term\n" + "".join(f"{t}\n" for t in sorted(terms)), encoding="utf-8")
    print(f"{path.name}: {len(terms)}")


def main():
    packages, target = map(pathlib.Path, sys.argv[1:3])
    sys.path.insert(0, str(packages))
    words = {w for w in (packages / "american-english-small").read_text().split() if w.isalpha() and w == w.lower()}
    names = packages / "names-0.3.0" / "names"
    arabic = packages / "arabic_name_romanizer" / "resources" / "names.sqlite3"
    given, surnames = faker_names()
    common_given = set(census(names / "dist.male.first", 250)) | set(census(names / "dist.female.first", 250))
    given |= set(census(names / "dist.male.first", 1200)) | set(census(names / "dist.female.first", 2500))
    given |= romanized(arabic, "given", 4)
    surnames |= set(census(names / "dist.all.last", 9000)) | romanized(arabic, "surname", 4)
    function = set((target / "function-words.tsv").read_text().split()[1:]) - {"May", "April", "June", "August"}
    given, surnames = given - function, surnames - function
    is_word = lambda name: name.lower() in words
    given = {n for n in given if LATIN.match(n) and len(n) > 2 and (n in common_given or not is_word(n))}
    surnames = {n for n in surnames if LATIN.match(n) and len(n) > 2 and n not in given}
    write(target / "more-given-names.tsv", given)
    write(target / "surnames.tsv", surnames)
    write(target / "words.tsv", {w.capitalize() for w in words if len(w) > 1})


main()
