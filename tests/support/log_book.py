"""What the bot writes into its log when it is at its most talkative."""

import io
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from bot import logs


@contextmanager
def log_book(secrets: Iterable[str]) -> Iterator[io.StringIO]:
    """Set up as ``ucb run`` does, at DEBUG."""
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    stream = io.StringIO()
    logs.set_up("DEBUG", secrets, stream)
    try:
        yield stream
    finally:
        root.handlers = handlers
        root.setLevel(level)
        logging.captureWarnings(False)
