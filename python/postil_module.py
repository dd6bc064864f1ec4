"""Modules for Postil in Python: a class with a manifest and a method, and one line that runs it.

Documentation/ProgramModules.md tells what is said over the pipe; a module needs none of it:

    from postil_module import Document, Module, run

    class Shout(Module):
        name = "shout"
        assigns = {"shout": "words in capitals"}

        def analyze(self, document: Document) -> None:
            for word in re.finditer(r"[A-Z]{2,}", document.text):
                document.annotate("shout", word.start(), word.end())

    run(Shout)
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from dataclasses import dataclass
from functools import cached_property
from typing import IO, Any, Dict, Iterable, Iterator, List, Mapping, Optional, Sequence, Type, Union

__all__ = ["Annotation", "Candidate", "Document", "Feature", "Module", "Refusal", "Reference", "Setting", "Span", "run"]
__version__ = "1.0.0"

#: The version of the interface.
INTERFACE = 1
_OFFSETS = "code points"


class Refusal(Exception):
    """Raised in ``Module.__init__``: the settings, a frame or a table cannot be used."""


@dataclass(frozen=True)
class Span:
    """A half-open range of the text, as in ``text[start:end]``."""

    start: int
    end: int


@dataclass(frozen=True)
class Reference:
    """An annotation as the value of a feature, by its index; those of the call come behind ``Document.annotations``."""

    annotation: int


Value = Union[str, float, int, bool, Span, Reference, List[Any], Dict[str, Any]]


@dataclass(frozen=True)
class Feature:
    """A feature that annotations of a type may have.

    ``kind`` is string, number, boolean, span, annotation, record or ``list of`` one of them.
    """

    name: str
    kind: str = "string"
    meaning: str = ""
    choices: Sequence[str] = ()


@dataclass(frozen=True)
class Setting:
    """A setting that a chain file or ``--set`` may give; its kind is that of its default."""

    name: str
    default: Union[str, float, bool]
    meaning: str = ""
    choices: Sequence[str] = ()
    from_metadata: bool = False


@dataclass(frozen=True)
class Annotation:
    """An annotation that an earlier step made or the input brought; its index is its place in ``Document.annotations``."""

    index: int
    type: str
    start: int
    end: int
    features: Mapping[str, Value]
    module: Optional[str] = None
    rule: Optional[str] = None


@dataclass(frozen=True)
class Candidate:
    """What a rule of the module's own step found; its index is its place in ``Document.candidates``."""

    index: int
    type: str
    start: int
    end: int
    rule: str
    features: Mapping[str, Value]
    captures: Sequence["Capture"]
    annotations: Sequence[int]
    #: The candidate that took its place.
    lost_to: Optional[int] = None


@dataclass(frozen=True)
class Capture:
    """A named part of a candidate."""

    name: str
    start: int
    end: int


class Document:
    """A document, and what the module makes of it. Offsets count code points, as Python's own do."""

    id: str
    set: str
    text: str
    #: ISO 8601; None where it is not known.
    date: Optional[str]
    #: The code of the language that the text was found to be in; None where that was not looked for.
    language: Optional[str]
    metadata: Mapping[str, Value]
    #: The effective ones for this document.
    settings: Mapping[str, Value]

    def __init__(self, value: Mapping[str, Any]) -> None:
        self._number: int = value["number"]
        self.id = value["id"]
        self.set = value["set"]
        self.text = value["text"]
        self.date = value.get("date")
        self.language = value.get("language")
        self.metadata = _features(value["metadata"])
        self.settings = _features(value["settings"])
        self._earlier: Sequence[Mapping[str, Any]] = value["annotations"]
        self._found: Sequence[Mapping[str, Any]] = value["candidates"]
        self._clear()

    @cached_property
    def annotations(self) -> Sequence[Annotation]:
        """Those so far; made when they are asked for, since they cost more than the rest of a document."""
        return [
            Annotation(
                index, one["type"], one["start"], one["end"], _features(one["features"]), one.get("module"), one.get("rule")
            )
            for index, one in enumerate(self._earlier)
        ]

    @cached_property
    def candidates(self) -> Sequence[Candidate]:
        """Those of the step's rulesets."""
        return [
            Candidate(
                index, one["type"], one["start"], one["end"], one["rule"], _features(one["features"]),
                [Capture(part["name"], part["start"], part["end"]) for part in one["captures"]],
                one["annotations"], one.get("lostTo"),
            )
            for index, one in enumerate(self._found)
        ]  # fmt: skip

    def _clear(self) -> None:
        self._made: List[Dict[str, Any]] = []
        self._refined: List[Dict[str, Any]] = []
        self._rejected: List[Dict[str, Any]] = []
        self._told: List[Dict[str, Any]] = []

    def annotate(
        self,
        type: str,
        start: int,
        end: int,
        features: Optional[Mapping[str, Optional[Value]]] = None,
        *,
        candidates: Iterable[int] = (),
        annotations: Iterable[int] = (),
        decision: Optional[str] = None,
    ) -> int:
        """Makes an annotation and returns its index; features that are None are left out."""
        made: Dict[str, Any] = {"type": type, "start": start, "end": end}
        given = {name: _plain(value) for name, value in (features or {}).items() if value is not None}
        lists = {"candidates": list(candidates), "annotations": list(annotations)}
        made.update({name: value for name, value in {"features": given, **lists}.items() if value})
        if decision is not None:
            made["decision"] = decision
        self._made.append(made)
        return len(self._earlier) + len(self._made) - 1

    def refine(self, annotation: int, name: str, value: Value) -> None:
        """Adds a feature to an earlier annotation, of a type that the module refines."""
        self._refined.append({"annotation": annotation, "name": name, "value": _plain(value)})

    def reject(self, candidate: int, reason: str) -> None:
        """Says why a candidate was not used; the reason is one of ``Module.reject_reasons``."""
        self._rejected.append({"candidate": candidate, "reason": reason})

    def tell(self, message: str, start: Optional[int] = None, end: Optional[int] = None) -> None:
        """Tells something of the document, or of a place of it."""
        place = {} if start is None or end is None else {"start": start, "end": end}
        self._told.append({"message": message, **place})

    def _answer(self) -> Dict[str, Any]:
        made = {
            "annotations": self._made, "features": self._refined, "rejected": self._rejected, "diagnostics": self._told,
        }  # fmt: skip
        return {"number": self._number, **{name: value for name, value in made.items() if value}}


class Module:
    """What a module says of itself, and what it does; made once a program, with the settings of the chain.

    What is dear, such as a model, is loaded in ``__init__``: the manifest is asked for without it.
    """

    name: str = ""
    version: str = "0.1.0"
    #: Types that an earlier step must assign.
    requires: Sequence[str] = ()
    #: The types that it makes annotations of, each with its meaning, or its features.
    assigns: Mapping[str, Union[str, Sequence[Feature]]] = {}
    #: Types of others that it adds features to.
    refines: Mapping[str, Union[str, Sequence[Feature]]] = {}
    #: The types of candidates that its rules may make.
    inputs: Mapping[str, Union[str, Sequence[Feature]]] = {}
    reject_reasons: Sequence[str] = ()
    #: The ids of its decisions, each with its meaning.
    decisions: Mapping[str, str] = {}
    settings: Sequence[Setting] = ()
    takes_frames: bool = False
    takes_tables: Sequence[str] = ()

    def __init__(self, settings: Mapping[str, Value]) -> None:
        pass

    def analyze(self, document: Document) -> None:
        """Judges one document."""
        raise NotImplementedError(f"{type(self).__name__} has neither 'analyze' nor 'analyze_batch'")

    def analyze_batch(self, documents: Sequence[Document]) -> Iterator[None]:
        """Judges documents that came together, in their order; yields when one is done."""
        for document in documents:
            self.analyze(document)
            yield

    @classmethod
    def manifest(cls) -> Dict[str, Any]:
        """The manifest as Postil gets it."""
        return {
            "name": cls.name, "version": cls.version, "requires": list(cls.requires),
            "assigns": _contracts(cls.assigns), "refines": _contracts(cls.refines), "inputs": _contracts(cls.inputs),
            "rejectReasons": list(cls.reject_reasons),
            "decisions": [{"id": id, "meaning": meaning} for id, meaning in cls.decisions.items()],
            "settings": [_setting(setting) for setting in cls.settings],
            "takesFrames": cls.takes_frames, "takesTables": list(cls.takes_tables),
        }  # fmt: skip


def run(module: Type[Module]) -> None:
    """Serves Postil until there is nothing more to do.

    The pipe is kept apart: what the module, or a library that it uses, prints goes to standard error.
    """
    pipe_in = os.fdopen(os.dup(0), "rb")
    pipe_out = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    try:
        _serve(module, pipe_in, pipe_out)
    except BrokenPipeError:
        pass


def _serve(module: Type[Module], pipe_in: IO[bytes], pipe_out: IO[bytes]) -> None:
    def say(line: bytes) -> None:
        pipe_out.write(line)
        pipe_out.flush()

    greeting = pipe_in.readline()
    if not greeting:
        return
    if json.loads(greeting).get("interface") != INTERFACE:
        print(f"postil_module speaks version {INTERFACE} of the interface", file=sys.stderr)
    say(_line({"interface": INTERFACE, "offsets": _OFFSETS, "manifest": module.manifest()}))
    settings = pipe_in.readline()
    if not settings:
        return
    try:
        instance = module(_features(json.loads(settings)["settings"]))
    except Refusal as refusal:
        return say(_line({"error": str(refusal)}))
    say(_line({"ready": True}))
    for line in pipe_in:
        for answer in _answers(instance, [Document(value) for value in json.loads(line)["documents"]]):
            say(answer)


def _line(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode() + b"\n"


def _answers(instance: Module, documents: Sequence[Document]) -> Iterator[bytes]:
    """The answers for a batch; a document at which the module raises costs itself, those behind it are judged anew."""
    rest = list(documents)
    while rest:
        try:
            for document, _ in zip(list(rest), instance.analyze_batch(rest)):
                yield _line(document._answer())
                rest = rest[1:]
            if rest:
                raise RuntimeError("'analyze_batch' yielded for fewer documents than it was given")
        except Exception as error:
            traceback.print_exc()
            yield _line({"number": rest[0]._number, "error": f"{type(error).__name__}: {error}"})
            rest = rest[1:]
            for document in rest:
                document._clear()


def _features(value: Mapping[str, Any]) -> Dict[str, Value]:
    return {name: _value(one) for name, one in value.items()}


def _value(value: Any) -> Any:
    if isinstance(value, list):
        return [_value(one) for one in value]
    if isinstance(value, dict):
        if value.keys() == {"start", "end"}:
            return Span(value["start"], value["end"])
        if value.keys() == {"annotation"}:
            return Reference(value["annotation"])
        return _features(value)
    return value


def _plain(value: Any) -> Any:
    if isinstance(value, Span):
        return {"start": value.start, "end": value.end}
    if isinstance(value, Reference):
        return {"annotation": value.annotation}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    return value


def _contracts(types: Mapping[str, Union[str, Sequence[Feature]]]) -> List[Dict[str, Any]]:
    return [
        {"type": type, "meaning": told if isinstance(told, str) else "", "features": [] if isinstance(told, str) else [
            {"name": one.name, "kind": one.kind, "meaning": one.meaning, "choices": list(one.choices)} for one in told
        ]}
        for type, told in types.items()
    ]  # fmt: skip


def _setting(setting: Setting) -> Dict[str, Any]:
    default = setting.default
    kind = "boolean" if isinstance(default, bool) else "string" if isinstance(default, str) else "number"
    return {
        "name": setting.name, "kind": kind, "default": str(default).lower() if kind == "boolean" else str(default),
        "choices": list(setting.choices), "meaning": setting.meaning, "fromMetadata": setting.from_metadata,
    }  # fmt: skip
