"""The bot as a process of its own, as an operator starts it, and as a power cut ends it."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from adapters.storage import MasterKey
from bot.app.made_up import ROOMS, STAFF, TEAM
from bot.platforms import SLACK_CHANNELS
from core.vocabulary.people import StaffMember
from tests.end_to_end.cloud import SIGNING_SECRET, TOKEN, Cloud, free_port

PATIENCE = 20.0
LEASE_SECONDS = 2


def environment(database_url: str, cloud: Cloud) -> dict[str, str]:
    """Every production setting, and nothing of the settings this test run may have."""
    ours = {
        "UCB_MASTER_KEY": MasterKey.generate(),
        "DATABASE_URL": database_url,
        "SLACK_TEAM_ID": TEAM,
        "SLACK_SIGNING_SECRET": SIGNING_SECRET,
        "SLACK_BOT_TOKEN": TOKEN,
        "SLACK_API_URL": f"{cloud.url}/api/",
        **{SLACK_CHANNELS[channel]: room.id for channel, room in ROOMS.items()},
        "HOST": "127.0.0.1",
        "PORT": str(free_port()),
        "LOG_LEVEL": "DEBUG",
        "UCB_LEASE_SECONDS": str(LEASE_SECONDS),
    }
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("SLACK_", "UCB_"))}
    return kept | ours


class BotProcess:
    """``log``: everything it has written, over all its lives."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self._process: asyncio.subprocess.Process | None = None
        self._reading: asyncio.Task[None] | None = None
        self.log: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._environ['PORT']}"

    async def start(self) -> None:
        """Returns once it takes requests."""
        self._process = await started(self._environ, "run")
        up = asyncio.get_running_loop().create_future()
        self._reading = asyncio.create_task(self._read(self._process, up))
        async with asyncio.timeout(PATIENCE):
            assert await up, self.log[-5:]

    async def dies(self) -> None:
        """SIGKILL: it can do nothing about it."""
        assert self._process
        assert self._reading
        self._process.kill()
        await self._process.wait()
        await self._reading

    async def is_killed_and_started(self) -> None:
        await self.dies()
        await self.start()

    async def stop(self) -> None:
        """As an operator does. Returns when it has ended, in good order."""
        assert self._process
        if self._process.returncode is None:
            self._process.terminate()
            async with asyncio.timeout(PATIENCE):
                assert await self._process.wait() == 0, self.log[-5:]

    async def _read(self, process: asyncio.subprocess.Process, up: "asyncio.Future[bool]") -> None:
        assert process.stdout
        async for line in process.stdout:
            self.log.append(line.decode())
            if " ready on " in self.log[-1]:
                up.set_result(True)
        if not up.done():
            up.set_result(False)


@asynccontextmanager
async def bot_process(environ: Mapping[str, str], cloud: Cloud) -> AsyncIterator[BotProcess]:
    """Started for the cloud's colleagues, who stand in its staff directory."""
    await hire(environ, cloud.folder)
    bot = BotProcess(environ)
    cloud.front.bots.append(bot.url)
    await bot.start()
    try:
        yield bot
    finally:
        await bot.stop()


async def hire(environ: Mapping[str, str], folder: Path) -> None:
    file = folder / "staff.csv"
    header = "id,name,email,grade,team,line_manager,roles\n"
    file.write_text(header + "".join(map(_line, STAFF)))
    status, said = await ucb(environ, "staff", "import", str(file))
    assert status == 0, said


async def ucb(environ: Mapping[str, str], *arguments: str) -> tuple[int, str]:
    """One command on the server: its exit status and what it printed."""
    process = await started(environ, *arguments)
    said, _ = await process.communicate()
    assert process.returncode is not None
    return process.returncode, said.decode()


async def started(environ: Mapping[str, str], *arguments: str) -> asyncio.subprocess.Process:
    """A command on the server that goes on by itself."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", *arguments),
        env=dict(environ),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )


def _line(member: StaffMember) -> str:
    roles = " ".join(sorted(member.roles))
    manager = member.line_manager or ""
    return (
        f"{member.id},{member.name},{member.email},{member.grade},{member.team},{manager},{roles}\n"
    )
