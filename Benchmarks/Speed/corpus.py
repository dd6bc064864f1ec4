"""Texts for measurements: paragraphs of the seeds and of Benchmarks/documents.jsonl, mixed with a fixed seed, so the same bytes every time."""
import json
import pathlib
import random

ROOT = pathlib.Path(__file__).resolve().parents[2]


def paragraphs():
    """Those of all documents but the set `hard`, whose separate accents and odd line ends would come into nearly every mixture."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    lines = (ROOT / "Benchmarks/documents.jsonl").read_text(encoding="utf-8").splitlines()
    texts += [record["text"] for record in map(json.loads, lines) if record["set"] != "hard"]
    return [paragraph for text in texts for paragraph in text.split("\n") if paragraph.strip()]


class Mixer:
    """Draws paragraphs by `random()` alone, which gives the same numbers in every version of Python."""

    def __init__(self, seed=7):
        self.random = random.Random(seed).random
        self.paragraphs = paragraphs()

    def text(self, size):
        """Paragraphs until there are so many bytes."""
        chosen, length = [], 0
        while length < size:
            chosen.append(self.paragraphs[int(self.random() * len(self.paragraphs))])
            length += len(chosen[-1].encode()) + 2
        return "\n\n".join(chosen)


def texts(size):
    """Texts of 0.5 to 5 KB, together at least so many bytes."""
    mixer = Mixer()
    while size > 0:
        text = mixer.text(500 + mixer.random() * 4500)
        size -= len(text.encode())
        yield text


def write(path, texts):
    """Writes `texts` as one record a line; returns the number of documents and that of the bytes of their texts."""
    count = size = 0
    with open(path, "w", encoding="utf-8") as file:
        for text in texts:
            record = {"id": f"d{count:06}", "date": "2024-09-21", "text": text}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
            count += 1
            size += len(text.encode())
    return count, size
