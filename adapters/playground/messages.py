"""What was said, where, and who has read it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from adapters.playground.clock import PlaygroundClock
from adapters.playground.database import Database
from adapters.playground.stream import Hub
from adapters.playground.workspace import BOT_USER, Json, Workspace

_COLUMNS: Final = "channel, ts, user, text, blocks, metadata, edited, files, thread"
_WHISPERS_KEPT: Final = 500


@dataclass(frozen=True, slots=True)
class Message:
    """``only_for``: the one person who sees it, for an ephemeral message. ``thread``: the timestamp
    of the message it stands beneath, "" for one of the channel itself.
    """

    channel: str
    ts: str
    user: str
    text: str
    blocks: Sequence[Json] = ()
    metadata: Json | None = None
    edited: bool = False
    files: Sequence[Json] = ()
    only_for: str | None = None
    thread: str = ""

    @property
    def by_bot(self) -> bool:
        return self.user == BOT_USER


class Messages:
    """Ephemeral messages live in memory alone: Slack, too, forgets them."""

    def __init__(
        self, database: Database, workspace: Workspace, hub: Hub, clock: PlaygroundClock
    ) -> None:
        self._database = database
        self._workspace = workspace
        self._hub = hub
        self._clock = clock
        self._whispers: list[Message] = []
        self._last = self._newest()

    def post(
        self,
        channel: str,
        user: str,
        text: str,
        blocks: Sequence[Json] = (),
        metadata: Json | None = None,
        files: Sequence[Json] = (),
        thread: str = "",
    ) -> Message:
        ts = self._next_ts()
        message = Message(channel, ts, user, text, blocks, metadata, files=files, thread=thread)
        self._keep(message)
        return message

    def whisper(self, channel: str, to: str, text: str, blocks: Sequence[Json] = ()) -> Message:
        """An ephemeral message by the bot."""
        message = Message(channel, self._next_ts(), BOT_USER, text, blocks, only_for=to)
        self._whispers = [*self._whispers, message][-_WHISPERS_KEPT:]
        self._tell(message)
        return message

    def rewrite(self, message: Message, **changes: Any) -> Message:
        """Change a message where it stands."""
        changed = replace(message, **changes)
        if message.only_for is None:
            self._keep(changed)
        else:
            self._whispers = [changed if m.ts == message.ts else m for m in self._whispers]
            self._tell(changed)
        return changed

    def remove(self, message: Message) -> None:
        self._whispers = [m for m in self._whispers if m.ts != message.ts]
        self._database.change(
            "DELETE FROM messages WHERE channel = ? AND ts = ?", (message.channel, message.ts)
        )
        self._tell(message)

    def find(self, channel: str, ts: str, reader: str | None = None) -> Message | None:
        """``reader``: whose ephemeral messages count as well."""
        for whisper in self._whispers:
            if (whisper.channel, whisper.ts, whisper.only_for) == (channel, ts, reader):
                return whisper
        row = self._database.row(
            f"SELECT {_COLUMNS} FROM messages WHERE channel = ? AND ts = ?",  # noqa: S608
            (channel, ts),
        )
        return _message(row) if row else None

    def history(
        self,
        channel: str,
        oldest: str,
        latest: str,
        limit: int,
        *,
        inclusive: bool,
        replies: bool = False,
    ) -> list[Message]:
        """Newest first, between two timestamps; ephemeral messages are no part of it."""
        more, less = (">=", "<=") if inclusive else (">", "<")
        which = "" if replies else "AND thread = '' "
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM messages WHERE channel = ? AND ts {more} ? AND ts {less} ? "  # noqa: S608
            f"{which}ORDER BY ts DESC LIMIT ?",
            (channel, oldest, latest, limit),
        )
        return [_message(row) for row in rows]

    def replies(self, channel: str, thread: str) -> list[Message]:
        """What stands beneath a message, oldest first."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM messages WHERE channel = ? AND thread = ? ORDER BY ts",  # noqa: S608
            (channel, thread),
        )
        return [_message(row) for row in rows]

    def seen_by(self, reader: str, channel: str, limit: int = 200) -> list[Message]:
        """The newest messages as this person sees them, oldest first."""
        said = self.history(channel, "0", "9", limit, inclusive=True, replies=True)
        whispers = [m for m in self._whispers if (m.channel, m.only_for) == (channel, reader)]
        return sorted([*said, *whispers], key=lambda message: message.ts)[-limit:]

    def unread(self, reader: str, channel: str) -> int:
        row = self._database.row(
            "SELECT ts FROM reads WHERE seat = ? AND channel = ?", (reader, channel)
        )
        mark = row[0] if row else "0"
        return sum(m.ts > mark and m.user != reader for m in self.seen_by(reader, channel))

    def mark_read(self, reader: str, channel: str) -> None:
        if self.unread(reader, channel):
            newest = self.seen_by(reader, channel)[-1].ts
            self._database.change(
                "INSERT OR REPLACE INTO reads VALUES (?, ?, ?)", (reader, channel, newest)
            )
            self._hub.publish({"type": "workspace"}, [reader])

    def forget(self) -> None:
        """Everything was erased: start anew."""
        self._whispers = []
        self._last = self._newest()

    def _next_ts(self) -> str:
        now = int(self._clock.now().timestamp() * 1_000_000)
        self._last = max(now, self._last + 1)
        return f"{self._last // 1_000_000}.{self._last % 1_000_000:06d}"

    def _newest(self) -> int:
        row = self._database.row("SELECT max(ts) FROM messages")
        return int(row[0].replace(".", "")) if row and row[0] else 0

    def _keep(self, message: Message) -> None:
        self._database.change(
            f"INSERT OR REPLACE INTO messages ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            (
                message.channel,
                message.ts,
                message.user,
                message.text,
                json.dumps(list(message.blocks)),
                json.dumps(message.metadata) if message.metadata else None,
                message.edited,
                json.dumps(list(message.files)),
                message.thread,
            ),
        )
        self._tell(message)

    def _tell(self, message: Message) -> None:
        seats = self._workspace.audience(message.channel)
        self._hub.publish(
            {"type": "messages", "channel": message.channel},
            [message.only_for] if message.only_for else seats,
        )


def _message(row: tuple[Any, ...]) -> Message:
    channel, ts, user, text, blocks, metadata, edited, files, thread = row
    said = (channel, ts, user, text, json.loads(blocks))
    more = (json.loads(metadata) if metadata else None, bool(edited), json.loads(files))
    return Message(*said, *more, thread=thread)
