"""Contacts in a file: CSV with a header, or a line of JSON for each."""

from adapters.intake.files.importing import Counts, Import
from adapters.intake.files.rows import FileFault, Format, RefusedRow, Row
from adapters.intake.files.source_file import SourceFile, opened

__all__ = ["Counts", "FileFault", "Format", "Import", "RefusedRow", "Row", "SourceFile", "opened"]
