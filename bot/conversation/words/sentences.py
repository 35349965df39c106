"""Small pieces of English."""


def counted(number: int, one: str, many: str = "") -> str:
    """``1 day``, ``28 days``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def ended(text: str) -> str:
    """As a sentence, with a full stop where it has no ending of its own."""
    text = text.strip()
    return text if not text or text[-1] in ".!?" else f"{text}."


def cut(text: str, length: int) -> str:
    """At most ``length`` characters, an ellipsis showing that something was left off."""
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"
