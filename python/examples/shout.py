"""A module in fifteen lines: it marks words in capitals.

postil annotate --chain shout.yaml DOCUMENTS
"""

import re

from postil_module import Document, Module, run


class Shout(Module):
    name = "shout"
    assigns = {"shout": "words in capitals"}

    def analyze(self, document: Document) -> None:
        for word in re.finditer(r"\b[A-Z]{2,}\b", document.text):
            document.annotate("shout", word.start(), word.end())


if __name__ == "__main__":
    run(Shout)
