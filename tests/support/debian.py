"""Programs that journeys need and pip does not bring: those there are, or Debian's."""

import os
import shutil
import subprocess
from functools import cache


@cache
def program(*names: str, package: str) -> str | None:
    """The path of the first that is there; else ``package`` is added, where this process may."""
    return _found(names) or (_found(names) if _add(package) else None)


def _found(names: tuple[str, ...]) -> str | None:
    return next(filter(None, map(shutil.which, names)), None)


def _add(package: str) -> bool:
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return False
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    add = ("apt-get", "install", "-y", "--no-install-recommends", package)
    for command in (("apt-get", "update"), add):
        subprocess.run(command, env=quiet, capture_output=True, check=False, timeout=600)
    return True
