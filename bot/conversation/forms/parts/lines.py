"""Several short things typed in one field, one on each line."""

from bot.conversation.forms.parts import fields
from bot.conversation.forms.parts.reading import Reading
from bot.views.form import TextField


def field(
    name: str, label: str, *, limit: int, hint: str = "", value: tuple[str, ...] = ()
) -> TextField:
    """May be left empty; what must be filled in depends on what else is chosen."""
    typed = "\n".join(value)
    return fields.words(name, label, limit=limit, hint=hint, value=typed[:limit], required=False)


def read(reading: Reading, name: str, *, limit: int) -> tuple[str, ...]:
    lines = reading.text(name, limit=limit).splitlines()
    return tuple(tidy for line in lines if (tidy := " ".join(line.split())))
