"""What npm brings, in exactly the versions that are locked."""

import asyncio
import os
import shutil
from pathlib import Path

import pytest

from tests.support.debian import program


async def installed(locked: Path, folder: Path) -> Path:
    """Install the lock of the folder ``locked`` into ``folder``. Returns its packages' folder."""
    npm = program("npm", package="npm")
    if npm is None:
        message = "this journey did not run: no npm"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(locked / name, folder)
    install = await asyncio.create_subprocess_exec(npm, "ci", "--silent", cwd=folder)
    assert await install.wait() == 0
    return folder / "node_modules"
