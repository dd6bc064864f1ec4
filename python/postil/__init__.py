"""Postil from Python: it starts the program ``postil`` and reads the records that it writes.

    from postil import Postil

    for record in Postil().annotate("seeds"):
        for name in record.names:
            print(record.document.id, name.start, name.end, name.text)
"""

from .frames import annotation_frame, document_frame
from .program import Failure, Postil
from .records import Annotation, Diagnostic, Document, Record, read

__all__ = [
    "Annotation", "Diagnostic", "Document", "Failure", "Postil", "Record", "annotation_frame", "document_frame", "read",
]  # fmt: skip
__version__ = "0.1.0"
