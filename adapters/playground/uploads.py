"""Files the bot hands out: announced, uploaded, then shared in a conversation."""

import re
import secrets
from dataclasses import dataclass
from typing import Any, Final

from aiohttp import web

from adapters.playground.database import Database
from adapters.playground.workspace import Json

LARGEST: Final = 20_000_000
_COLUMNS: Final = "id, name, title, length, content, channel"


@dataclass(frozen=True, slots=True)
class Upload:
    id: str
    name: str
    title: str
    length: int
    content: bytes | None
    channel: str | None

    def as_object(self) -> Json:
        """As Slack's API and messages show it. The address is relative to the playground."""
        return {
            "id": self.id,
            "name": self.name,
            "title": self.title,
            "size": self.length,
            "url_private": f"/playground/files/{self.id}",
        }


class Uploads:
    def __init__(self, database: Database) -> None:
        self._database = database

    def announce(self, name: str, length: int) -> Upload:
        upload = Upload(f"F{secrets.token_hex(5).upper()}", name, name, length, None, None)
        self._database.change(
            "INSERT INTO files VALUES (?, ?, ?, ?, NULL, NULL)",
            (upload.id, upload.name, upload.title, upload.length),
        )
        return upload

    def find(self, file_id: str) -> Upload | None:
        row = self._database.row(f"SELECT {_COLUMNS} FROM files WHERE id = ?", (file_id,))  # noqa: S608
        return Upload(*row) if row else None

    def share(self, upload: Upload, title: str, channel: str | None) -> Upload:
        self._database.change(
            "UPDATE files SET title = ?, channel = ? WHERE id = ?", (title, channel, upload.id)
        )
        return Upload(upload.id, upload.name, title, upload.length, upload.content, channel)

    def add_routes(self, app: web.Application) -> None:
        app.router.add_post("/upload/{id}", self._receive)
        app.router.add_get("/playground/files/{id}", self._hand_out)

    async def _receive(self, request: web.Request) -> web.Response:
        upload = self.find(request.match_info["id"])
        if upload is None or upload.content is not None:
            return web.Response(status=404, text="unknown upload")
        content = await _content(request, upload.length)
        if len(content) != upload.length:
            return web.Response(status=400, text="length does not match")
        self._database.change("UPDATE files SET content = ? WHERE id = ?", (content, upload.id))
        return web.Response(text=f"OK - {len(content)}")

    async def _hand_out(self, request: web.Request) -> web.Response:
        upload = self.find(request.match_info["id"])
        if upload is None or upload.content is None or upload.channel is None:
            return web.json_response({"error": "There is no such file."}, status=404)
        name = re.sub(r"[^\w. -]", "_", upload.name, flags=re.ASCII)
        return web.Response(
            body=upload.content,
            content_type="application/octet-stream",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )


async def _content(request: web.Request, length: int) -> bytes:
    """The raw body, or the first part of a form; reading stops soon after ``length`` bytes."""
    if request.content_type.startswith("multipart/"):
        part: Any = await (await request.multipart()).next()
        return bytes(await part.read()) if part is not None else b""
    content = bytearray()
    async for chunk in request.content.iter_any():
        content += chunk
        if len(content) > length:
            break
    return bytes(content)
