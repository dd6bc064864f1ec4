#!/usr/bin/env python3
"""Adds words of VADER's lexicon to those of tone: tone_words.py VADER_LEXICON.txt WORDNET TONE.tsv; writes TONE.tsv.

VADER_LEXICON.txt is that of vaderSentiment 3.3.2 (C. J. Hutto and E. Gilbert 2014, MIT licence): a word and the mean of ten
persons' valences from -4 to 4. WORDNET is the folder of the database of WordNet 3.0. Taken are words of five letters and more that
TONE.tsv has not, that WordNet knows in some form, and whose valence is at least one. A valence is brought to the scale of the
column `weight` by the words that both have. What is plain reporting in news says nothing of a speaker's mind, only how
a text reads: its `weight` and `target` are 0.
"""
import pathlib
import sys

LEAST = 1.0
LETTERS = 5
# How words begin that are plain reporting in news, whatever they are in conversation.
PLAIN = """
abilit accept activ admi adopt advanc adventur allow anti apprehens asset assur authorit bonus brilliant calm capab captur
attach beautici care certain challeng champagne chance cheer clear collision comed commit compet comprehens conflict consent contend convert
convinc creat credit critical curio cute cutin daring darling dear defen definit desir devot dignit distinct divin
dominan dominat dynam easil efficien emotion empower emptying energ engag enthus escap excit expand explor extend fight
forc free friend fun giv glad god grand grant gravel great greet grin growth heaven heart help hero holiday honour huge humor
ideal immun impression increas inhibit innovat inquisit intact intellect intellig interest interrupt isolat joke join joking
justice keen kind laugh lead legal lik lively loos low luck lov luxur merit mischief motivat natural neat news nois nov
optim original part partner passion peac peculiar perpetrat persist play pleas popular positiv practic prais precio privileg
profit promis promot protect proud reach ready reassur recommend relax relief resolut respect responsib reward rich rob
romanc romantic royal sacr safe save scream secur sentenc serv share shar sharing significan sinceri smart smil solution
sophisticat spark stable stamina sterling stock stop straight strength strong succe suffici suit super support sure surpris
sweet swift sympath talent tender thank thrill toler top tough treasur true trust truth understand united unmatched useful
valid valu vested vibran victor vital want warm wealth wel will win wish wonder worship worth wow yearn youth
""".split()


def words_of(wordnet):
    """The words of WordNet with the exceptions and regular forms of each part of speech."""
    known = set()
    for part, endings in (("noun", "s"), ("verb", "vs"), ("adj", "a"), ("adv", "")):
        for line in (wordnet / f"index.{part}").read_text().splitlines():
            if not line.startswith(" "):
                known |= forms(line.split()[0], endings)
        known |= {line.split()[0] for line in (wordnet / f"{part}.exc").read_text().splitlines()}
    return known


def forms(lemma, endings):
    stem = lemma[:-1] + "i" if lemma.endswith("y") and lemma[-2:-1] not in "aeiou" else lemma[:-1] if lemma.endswith("e") else lemma
    plural = stem + "es" if stem.endswith(("i", "s", "x", "z", "ch", "sh")) else lemma + "s"
    found = {lemma}
    if "s" in endings:
        found.add(plural)
    if "v" in endings:
        found |= {stem + "ed", lemma.removesuffix("e") + "ing"}
    if "a" in endings:
        found |= {stem + "er", stem + "est"}
    return found


def main():
    lexicon, wordnet, path = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
    valences = {}
    for line in open(lexicon, encoding="utf-8"):
        word, mean = line.split("\t")[:2]
        valences[word.lower()] = float(mean)
    lines = [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8")]
    header = lines[0]
    weight, role = header.index("weight"), header.index("role")
    hand = {row[0].lower(): float(row[weight] or 0) for row in lines[1:] if row[role] == "word"}
    both = [(valences[word], value) for word, value in hand.items() if word in valences and value]
    scale = sum(valence * value for valence, value in both) / sum(valence ** 2 for valence, _ in both)
    known = words_of(wordnet)
    taken = {row[0].lower() for row in lines[1:]}
    for word, valence in valences.items():
        if len(word) < LETTERS or not word.isalpha() or word in taken or word not in known or abs(valence) < LEAST:
            continue
        value = f"{round(scale * valence, 2):g}"
        stance = "0" if any(word.startswith(root) for root in PLAIN) else value
        cells = {"term": word, "weight": stance, "target": stance, "event": value, "text": value, "role": "word"}
        lines.append([cells.get(column, "") for column in header])
    with open(path, "w", encoding="utf-8") as file:
        file.writelines("\t".join(row) + "\n" for row in lines)


main()
