"""A logger for the Slack libraries, whose own words can hold payloads, addresses and tokens."""

import logging

_NAME = "adapters.slack.library"


class _Reduced(logging.Filter):
    """Keeps where it happened and the class of the exception; drops what was said."""

    def filter(self, record: logging.LogRecord) -> bool:
        kind = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else "no error"
        record.msg, record.args = f"{record.module}.{record.funcName}: {kind}", None
        record.exc_info = record.exc_text = record.stack_info = None
        return True


def library_logger() -> logging.Logger:
    """Its level is set so that the libraries never even word their debugging notes."""
    logger = logging.getLogger(_NAME)
    logger.setLevel(logging.WARNING)
    if not logger.filters:
        logger.addFilter(_Reduced())
    return logger
