"""The HTTP side: nothing is parsed before its signature was found true."""

import logging
import re
from collections.abc import Awaitable, Callable
from typing import Final

from aiohttp import web
from pydantic import BaseModel

from adapters.intake.answers import PATH, RESULT
from adapters.intake.bodies import content_type, read_body
from adapters.intake.claims import Claim, claim, needed_key
from adapters.intake.describe import description
from adapters.intake.desk import IntakeDesk
from adapters.intake.faults import Faulty, Unreadable
from adapters.intake.gate import Gate
from adapters.intake.limits import (
    JSON,
    LARGEST_BATCH,
    LARGEST_CONTACT,
    LARGEST_MAIL,
    LINES,
    MAIL,
)
from adapters.intake.problems import (
    Problem,
    faulty,
    later,
    malformed,
    no_such_path,
    unsigned,
    wrong_method,
)
from adapters.intake.signing import Keyring, source_of
from core.vocabulary.refusal import Refused

log = logging.getLogger(__name__)

BENEATH: Final = "/webhooks"
DESCRIPTION: Final = f"{BENEATH}/openapi.json"
BATCH: Final = f"{PATH}/batch"
Work = Callable[[web.Request], Awaitable[web.Response]]


class IntakeDoor:
    """Without keys its routes only say how to open it."""

    def __init__(self, keyring: Keyring, desk: IntakeDesk, gate: Gate | None = None) -> None:
        self._keyring = keyring
        self._desk = desk
        self._gate = gate or Gate()
        self._description = description(desk.reader.shapes)

    def add_routes(self, app: web.Application) -> None:
        result = f"{PATH}/{{receipt:(?!batch$)[^/]+}}"
        for method, path, work in (
            ("POST", PATH, self._one),
            ("POST", BATCH, self._many),
            ("GET", result, self._result),
            ("GET", DESCRIPTION, self._describe),
        ):
            app.router.add_route(method, path, self._guarded(work))
            app.router.add_route("*", path, self._guarded(_only(method)))
        app.router.add_route("*", f"{BENEATH}/{{rest:.*}}", self._guarded(_nowhere))

    def _guarded(self, work: Work) -> Work:
        async def handle(request: web.Request) -> web.Response:
            try:
                if not self._keyring:
                    raise _closed()
                with self._gate.anybody():
                    return await work(request)
            except Problem as problem:
                log.info("a request about contacts was refused: %s", problem.code)
                return problem.response()
            except Faulty as fault:
                return faulty(fault.faults).response()
            except Unreadable as fault:
                return malformed(f"{fault} Nothing was kept.").response()
            except Refused as refused:
                log.warning("contacts were refused: %s", refused.refusal.rule)
                return later("Send it again in a moment, as it was.", 2).response()
            except Exception:
                log.exception("contacts could not be kept")
                return later("Something failed here. Send it again shortly.", 10).response()

        return handle

    async def _describe(self, _: web.Request) -> web.Response:
        return web.json_response(self._description)

    async def _one(self, request: web.Request) -> web.Response:
        said = claim(request, self._now())
        kind = content_type(request, (JSON, MAIL))
        key = needed_key(said)
        body = await read_body(request, LARGEST_MAIL if kind == MAIL else LARGEST_CONTACT)
        name = self._signed_by(said, request, body)
        with self._gate.somebody(name):
            result = await self._desk.take_one(source_of(name), key, kind, body)
        return _answer(result, 202, {"Location": result.result})

    async def _many(self, request: web.Request) -> web.Response:
        said = claim(request, self._now())
        kind = content_type(request, (JSON, LINES))
        body = await read_body(request, LARGEST_BATCH)
        name = self._signed_by(said, request, body)
        with self._gate.somebody(name):
            return _answer(await self._desk.take_many(source_of(name), kind, body), 202)

    async def _result(self, request: web.Request) -> web.Response:
        said = claim(request, self._now())
        name = self._signed_by(said, request, await read_body(request, 0))
        desk, sought = self._desk, request.match_info["receipt"]
        is_one = re.fullmatch(RESULT, sought)
        receipt = await desk.taker.receipt(source_of(name), sought) if is_one else None
        if receipt is None:
            detail = "You sent no contact of this name, or it was too long ago."
            raise Problem(404, "not-found", "There is no such result.", detail)
        return _answer(await desk.answers.result(receipt), 200)

    def _now(self) -> float:
        return self._desk.clock.now().timestamp()

    def _signed_by(self, said: Claim, request: web.Request, body: bytes) -> str:
        """The name of the key. Raises ``Problem``."""
        if not said.is_true(self._keyring, request, body):
            raise unsigned("Either the key is not known, or the signature is not that of this key.")
        return said.key


def _answer(body: BaseModel, status: int, headers: dict[str, str] | None = None) -> web.Response:
    return web.Response(
        status=status,
        body=body.model_dump_json(exclude_none=True).encode(),
        content_type=JSON,
        headers=headers,
    )


def _only(method: str) -> Work:
    async def refuse(_: web.Request) -> web.Response:
        raise wrong_method(method, DESCRIPTION)

    return refuse


async def _nowhere(_: web.Request) -> web.Response:
    raise no_such_path(DESCRIPTION)


def _closed() -> Problem:
    detail = "No key is set. Whoever runs the bot makes one with: ucb contacts key"
    return Problem(404, "closed", "No contacts are taken here.", detail)
