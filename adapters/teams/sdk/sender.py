"""Lets the SDK's connector speak over aiohttp, with a time limit and our own token."""

from typing import Any, Final

from aiohttp import ClientSession, ClientTimeout
from msrest.pipeline import AsyncHTTPSender, Request, Response
from msrest.universal_http import AsyncClientResponse

from adapters.teams.sdk.tokens import Tokens

_SECONDS: Final = ClientTimeout(total=15)
_UNAUTHORISED: Final = 401


class _Answer(AsyncClientResponse):  # type: ignore[misc]
    """An answer that was read whole."""

    def __init__(self, request: Any, status: int, headers: Any, content: bytes) -> None:
        super().__init__(request, self)
        self.status_code = status
        self.headers = headers
        self.content = content

    def body(self) -> bytes:
        return self.content

    def raise_for_status(self) -> None:
        """The connector's operations look at the status themselves."""


class Sender(AsyncHTTPSender):  # type: ignore[misc]
    """Never tries again by itself, for that could post a message twice; only a token that is no
    longer accepted is fetched anew once, since then nothing was done."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._session: ClientSession | None = None

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()

    async def send(self, request: Request, **_: Any) -> Response:
        token = await self._tokens.current()
        answer = await self._once(request.http_request, token)
        if answer.status_code == _UNAUTHORISED and token:
            self._tokens.forget()
            answer = await self._once(request.http_request, await self._tokens.current())
        return Response(request, answer)

    async def _once(self, request: Any, token: str) -> _Answer:
        if self._session is None:
            self._session = ClientSession(timeout=_SECONDS)
        headers = {**request.headers, **({"Authorization": f"Bearer {token}"} if token else {})}
        async with self._session.request(
            request.method, request.url, data=request.data, headers=headers, allow_redirects=False
        ) as got:
            return _Answer(request, got.status, got.headers, await got.read())
