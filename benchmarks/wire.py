"""HTTP at its barest, at both ends, so that the instrument weighs little beside the bot."""

import asyncio
import hashlib
import hmac
import time
from collections.abc import Callable
from typing import Final, Self

Handler = Callable[[str, bytes], bytes]
"""Takes the path and the body of a request, gives the JSON of the answer."""

_HEAD_END: Final = b"\r\n\r\n"


class Caller:
    """One kept-alive connection that sends requests signed as Slack signs them."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, secret: str
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._secret = secret.encode()

    @classmethod
    async def to(cls, port: int, secret: str) -> Self:
        return cls(*await asyncio.open_connection("127.0.0.1", port), secret)

    async def post(self, body: str, path: str = "/slack/events") -> bytes:
        """A form-encoded body; returns that of the answer, which must be 200."""
        raw = body.encode()
        stamp = str(int(time.time()))
        signed = b"v0:" + stamp.encode() + b":" + raw
        signature = hmac.new(self._secret, signed, hashlib.sha256).hexdigest()
        head = (
            f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(raw)}\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n"
            f"X-Slack-Request-Timestamp: {stamp}\r\nX-Slack-Signature: v0={signature}\r\n\r\n"
        )
        self._writer.write(head.encode() + raw)
        first, answer = await read_message(self._reader)
        if b" 200 " not in first:
            raise RuntimeError(f"the bot answered {first.decode()}")
        return answer

    async def close(self) -> None:
        self._writer.close()
        await self._writer.wait_closed()


class Listener:
    """Answers every request on a port of its own."""

    def __init__(self, handler: Handler) -> None:
        self._handler = handler
        self._writers: set[asyncio.StreamWriter] = set()
        self._server: asyncio.Server | None = None

    async def start(self) -> int:
        """Returns the port."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=2**22)
        port: int = self._server.sockets[0].getsockname()[1]
        return port

    async def close(self) -> None:
        if self._server:
            self._server.close()
        for writer in self._writers:
            writer.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        try:
            while True:
                first, body = await read_message(reader)
                answer = self._handler(first.split(b" ")[1].decode(), body)
                head = (
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                    f"Content-Length: {len(answer)}\r\n\r\n"
                )
                writer.write(head.encode() + answer)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            self._writers.discard(writer)
            writer.close()


async def read_message(reader: asyncio.StreamReader) -> tuple[bytes, bytes]:
    """The first line of an HTTP message, and its body."""
    first, *headers = (await reader.readuntil(_HEAD_END)).split(b"\r\n")
    length = 0
    for header in headers:
        name, _, value = header.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    return first, await reader.readexactly(length)
