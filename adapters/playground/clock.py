"""The playground's clock: real time plus a shift that survives a restart."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path


def _real_time() -> datetime:
    return datetime.now(UTC)


class PlaygroundClock:
    """Implements ``core.services.ports.desk.Clock``. The shift is in ``data_dir/clock.json``."""

    def __init__(self, data_dir: Path, real: Callable[[], datetime] = _real_time) -> None:
        self._file = data_dir / "clock.json"
        self._real = real
        self._shift = self._kept()

    @property
    def shifted(self) -> bool:
        return self._shift != timedelta()

    def now(self) -> datetime:
        return self._real() + self._shift

    def jump_to(self, moment: datetime) -> None:
        """``moment`` is aware; the clock runs on from there."""
        self._shift = moment.astimezone(UTC) - self._real()
        self._file.parent.mkdir(parents=True, exist_ok=True)
        kept = self._file.with_suffix(".new")
        kept.write_text(json.dumps({"shift_seconds": self._shift.total_seconds()}))
        kept.replace(self._file)

    def reset(self) -> None:
        """Back to real time."""
        self._shift = timedelta()
        self._file.unlink(missing_ok=True)

    def _kept(self) -> timedelta:
        try:
            return timedelta(seconds=float(json.loads(self._file.read_text())["shift_seconds"]))
        except FileNotFoundError:
            return timedelta()
