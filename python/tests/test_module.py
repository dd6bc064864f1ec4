"""The file for modules by itself, without Postil: what it says over the pipe."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Dict, List

FOLDER = Path(__file__).resolve().parents[1]

SOURCE = '''
from postil_module import Document, Feature, Module, Reference, Refusal, Setting, Span, run

class Marks(Module):
    name = "marks"
    assigns = {"mark": [Feature("at", "span"), Feature("before", "annotation"), Feature("n", "number")]}
    refines = {"word": "words"}
    settings = [Setting("size", 1), Setting("loud", False)]

    def __init__(self, settings):
        if settings["size"] == 0:
            raise Refusal("size is 0")

    def analyze(self, document: Document) -> None:
        print("noise at", document.id)
        if "raises" in document.text:
            raise ValueError("no luck")
        if "odd" in document.text:
            document.annotate("mark", 0, 1, {"n": {1, 2}})
        first = document.annotate("mark", 0, 1, {"at": Span(1, 2), "n": None})
        document.annotate("mark", 1, 2, {"before": Reference(first)}, annotations=[first])
        for one in document.annotations:
            document.refine(one.index, "seen", one.features["at"])
        document.tell("done", 0, 1)

run(Marks)
'''


def talk(*lines: Dict[str, Any]) -> List[Any]:
    text = "".join(json.dumps(line) + "\n" for line in lines)
    done = subprocess.run(
        [sys.executable, "-c", SOURCE], input=text, cwd=FOLDER, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def document(number: int, text: str, **more: Any) -> Dict[str, Any]:
    return {
        "number": number, "id": f"d{number}", "set": "", "text": text, "metadata": {}, "settings": {}, "annotations": [],
        "candidates": [], **more,
    }  # fmt: skip


GREETING = {"interface": 1, "offsets": "code points"}


def test_the_manifest_is_told_without_an_instance() -> None:
    (greeting,) = talk(GREETING)
    assert (greeting["interface"], greeting["offsets"]) == (1, "code points")
    manifest = greeting["manifest"]
    assert manifest["name"] == "marks"
    assert [one["kind"] for one in manifest["assigns"][0]["features"]] == ["span", "annotation", "number"]
    assert [(one["kind"], one["default"]) for one in manifest["settings"]] == [("number", "1"), ("boolean", "false")]


def test_settings_may_be_refused() -> None:
    assert talk(GREETING, {"settings": {"size": 0}})[1:] == [{"error": "size is 0"}]


def test_a_batch_has_an_answer_for_each_document_whatever_one_of_them_does() -> None:
    word = {"type": "word", "start": 0, "end": 1, "features": {"at": {"start": 0, "end": 1}}}
    _, ready, one, two, three, four = talk(
        GREETING, {"settings": {"size": 1}},
        {"documents": [document(1, "é a", annotations=[word]), document(2, "raises"), document(3, "odd")]},
        {"documents": [document(4, "ab")]},
    )  # fmt: skip
    assert ready == {"ready": True}
    assert one == {
        "number": 1,
        "annotations": [
            {"type": "mark", "start": 0, "end": 1, "features": {"at": {"start": 1, "end": 2}}},
            {"type": "mark", "start": 1, "end": 2, "features": {"before": {"annotation": 1}}, "annotations": [1]},
        ],
        "features": [{"annotation": 0, "name": "seen", "value": {"start": 0, "end": 1}}],
        "diagnostics": [{"message": "done", "start": 0, "end": 1}],
    }
    assert two == {"number": 2, "error": "ValueError: no luck"}
    assert three["number"] == 3 and "TypeError" in three["error"]
    assert four["number"] == 4 and len(four["annotations"]) == 2
