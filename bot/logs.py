"""One line for each thing that happened, with references and reasons, never words or secrets."""

import logging
import re
import traceback
from collections.abc import Iterable
from types import TracebackType
from typing import Final, TextIO

TOKENS: Final = re.compile(
    r"xox[a-z]-[\w-]+|xapp-[\w-]+|xoxe\.[\w.-]+"  # Slack's
    r"|(?<=://)[^/\s:@]+:[^/\s@]+(?=@)"  # name and password in an address
    r"|(?i:bearer\s+)[\w.~+/=-]{8,}"
)

OURS: Final = ("bot", "adapters", "core", "alembic", "apscheduler", "aiohttp.server")
"""Whose messages are shown. Other libraries put payloads, statements and the words of people into
theirs, so only the place and the kind of fault are."""

QUIET: Final = ("slack_sdk", "slack_bolt", "sqlalchemy", "aiosqlite", "asyncio", "aiohttp")
"""Never below a warning, whatever LOG_LEVEL says."""


class OneLine(logging.Formatter):
    """Formats a record as one line. ``secrets`` are blotted out wherever they turn up."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%S%z")
        self._secrets = tuple(sorted(secrets, key=len, reverse=True))

    def format(self, record: logging.LogRecord) -> str:
        parts = [self.formatTime(record, self.datefmt), record.levelname, f"{record.name}:"]
        parts.append(_message(record))
        if record.exc_info and record.exc_info[1] is not None:
            parts.append(f"[{fault_line(record.exc_info[1])}]")
        return self._clean(" ".join(parts))

    def _clean(self, line: str) -> str:
        line = "".join(c if c.isprintable() else " " for c in line)
        for secret in self._secrets:
            line = line.replace(secret, "***")
        return TOKENS.sub("***", line)


def _message(record: logging.LogRecord) -> str:
    if record.name.split(".")[0] in OURS or record.name in OURS:
        return record.getMessage()
    return f"(words withheld) {record.module}.py:{record.lineno} in {record.funcName}"


def fault_line(fault: BaseException) -> str:
    """What was raised and where, without its message, which may quote what people wrote."""
    links: list[str] = []
    link: BaseException | None = fault
    while link is not None and len(links) < 5:
        links.append(f"{type(link).__name__} at {_places(link.__traceback__)}")
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return " from ".join(links)


def _places(trace: TracebackType | None) -> str:
    """The last few places, innermost first."""
    frames = traceback.extract_tb(trace)[-4:]
    names = [f"{'/'.join(f.filename.split('/')[-2:])}:{f.lineno}" for f in reversed(frames)]
    return " < ".join(names) or "?"


def set_up(level: str, secrets: Iterable[str] = (), stream: TextIO | None = None) -> None:
    """Log to ``stream`` (standard error by default) and nowhere else."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(OneLine(secrets))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    logging.captureWarnings(True)
