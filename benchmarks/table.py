"""The figures as a person reads them."""

from dataclasses import dataclass, field

from benchmarks.measure import Spread

_WIDTHS = (42, 27, 27)


@dataclass(frozen=True, slots=True)
class Row:
    """``ours`` against ``baseline``; ``told``: their ratio in words."""

    what: str
    ours: str
    baseline: str
    told: str


@dataclass(slots=True)
class Table:
    title: str
    columns: tuple[str, str]
    rows: list[Row] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def compare(self, what: str, ours: Spread, baseline: Spread) -> None:
        """Two spreads of seconds: how many times as long ours takes, by the medians and at best.

        At best, nothing else was running: on a busy machine that says more.
        """
        told = f"{_times(ours.median / baseline.median):<28}{_times(ours.low / baseline.low)}"
        self.rows.append(Row(what, milliseconds(ours), milliseconds(baseline), told))

    def __str__(self) -> str:
        head = Row("", *self.columns, f"{'ratio':<28}at best")
        lines = [self.title, "-" * len(self.title), *map(_line, (head, *self.rows))]
        return "\n".join([*lines, *(f"  {note}" for note in self.notes), ""])


def _times(ratio: float) -> str:
    return f"x {ratio:.2f}" + (f"  ({1 / ratio:.1f} times faster)" if ratio < 0.9 else "")


def milliseconds(spread: Spread) -> str:
    low, high = spread.low * 1000, spread.high * 1000
    return f"{spread.median * 1000:.2f} ms ({low:.2f}-{high:.2f})"


def _line(row: Row) -> str:
    what, ours, baseline = _WIDTHS
    return f"  {row.what:<{what}}{row.ours:<{ours}}{row.baseline:<{baseline}}{row.told}".rstrip()
