"""Reads what was entered in a form, and says in plain English what is missing or wrong."""

from datetime import UTC, date, datetime, time
from typing import Final, TypeGuard, TypeVar

from bot.views.answer import Problems
from bot.views.form import Value, Values

T = TypeVar("T")

LONG_TEXT: Final = 3000
_ANY_DAY: Final = date.max
_ANY_MOMENT: Final = datetime.max.replace(tzinfo=UTC)


class Unreadable(Exception):
    """What was entered cannot be acted on."""

    def __init__(self, problems: Problems) -> None:
        super().__init__("unreadable form")
        self.problems = problems


class Reading:
    """Collects the problems of all fields; ``check`` raises them together.

    Each reader takes ``missing``, what to say when nothing was entered; "" allows that. What it
    returns for a faulty field is a placeholder that ``check`` keeps from being used.
    """

    def __init__(self, values: Values) -> None:
        self._values = values
        self._problems: dict[str, str] = {}

    def problem(self, name: str, words: str) -> None:
        self._problems.setdefault(name, words)

    def at_fault(self, *names: str) -> bool:
        return any(name in self._problems for name in names)

    def check(self) -> None:
        if self._problems:
            raise Unreadable(Problems(fields=self._problems))

    def text(self, name: str, missing: str = "", *, limit: int = LONG_TEXT) -> str:
        value = self._values.get(name)
        text = _clean(value) if isinstance(value, str) else ""
        if not text and missing:
            self.problem(name, missing)
        if len(text) > limit:
            self.problem(
                name, f"Use {limit:,} characters or fewer. You have entered {len(text):,}."
            )
        return text

    def choices(self, name: str, missing: str) -> frozenset[str]:
        value = self._values.get(name)
        chosen = frozenset(value) if isinstance(value, tuple) else frozenset[str]()
        if not chosen and missing:
            self.problem(name, missing)
        return chosen

    def is_ticked(self, name: str, option: str) -> bool:
        """Whether a box that may be left empty is ticked."""
        value = self._values.get(name)
        return isinstance(value, tuple) and option in value

    def number(self, name: str, missing: str) -> int:
        text = self.text(name, missing)
        if not text:
            return 0
        if not (text.isascii() and text.isdecimal() and len(text) <= 5):
            self.problem(name, "Enter a whole number, like 28.")
            return 0
        return int(text)

    def moment(self, name: str, missing: str) -> datetime:
        value = self._values.get(name)
        return value if isinstance(value, datetime) else self._missing(name, missing, _ANY_MOMENT)

    def day(self, name: str, missing: str) -> date:
        value = self._values.get(name)
        return value if _is_day(value) else self._missing(name, missing, _ANY_DAY)

    def day_if_any(self, name: str) -> date | None:
        value = self._values.get(name)
        return value if _is_day(value) else None

    def time(self, name: str, missing: str) -> time:
        value = self._values.get(name)
        return value if isinstance(value, time) else self._missing(name, missing, time.max)

    def _missing(self, name: str, words: str, placeholder: T) -> T:
        self.problem(name, words)
        return placeholder


def _is_day(value: Value) -> TypeGuard[date]:
    return isinstance(value, date) and not isinstance(value, datetime)


def _clean(text: str) -> str:
    """Without the characters no store takes: NUL and halves of surrogate pairs."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8").strip()
