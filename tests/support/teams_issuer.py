"""A local OpenID issuer: signs what Teams sends, and gives the bot its own tokens."""

import json
import time
from typing import Any

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from jwt.algorithms import RSAAlgorithm

ISSUER = "https://api.botframework.com"
APP = "11111111-2222-3333-4444-555555555555"
PASSWORD = "not-a-real-password"
BOT_TOKEN = "token-of-the-bot"

_GENUINE = generate_private_key(public_exponent=65537, key_size=2048)
FORGED = generate_private_key(public_exponent=65537, key_size=2048)
"""A key the issuer never had."""


class Issuer:
    """``endorsements``: of the key ``key-1``. ``fetched``: how often the keys were asked for."""

    def __init__(self) -> None:
        self.endorsements: list[str] | None = ["msteams"]
        self.key_id = "key-1"
        self.fetched = 0
        self.is_down = False
        self.tokens_given = 0
        self.refusal: str | None = None

    def add_routes(self, app: web.Application) -> None:
        app.router.add_get("/openid", self._openid)
        app.router.add_get("/keys", self._keys)
        app.router.add_post("/login/{tenant}/oauth2/v2.0/token", self._token)

    def sign(
        self,
        service_url: str,
        *,
        key: RSAPrivateKey = _GENUINE,
        key_id: str | None = None,
        algorithm: str = "RS256",
        **claims: Any,
    ) -> str:
        """A token as Teams sends it, with ``claims`` in the place of its own; ``None`` drops one.

        ``algorithm`` "none" leaves it unsigned.
        """
        now = int(time.time())
        told = {
            "iss": ISSUER,
            "aud": APP,
            "serviceurl": service_url,
            "nbf": now - 60,
            "exp": now + 3600,
            **claims,
        }
        kept = {name: value for name, value in told.items() if value is not None}
        headers = {"kid": key_id or self.key_id}
        signer = None if algorithm == "none" else key
        return jwt.encode(kept, signer, algorithm=algorithm, headers=headers)  # type: ignore[arg-type]

    async def _openid(self, request: web.Request) -> web.Response:
        if self.is_down:
            return web.Response(status=503)
        return web.json_response(
            {"issuer": ISSUER, "jwks_uri": str(request.url.with_path("/keys"))}
        )

    async def _keys(self, _: web.Request) -> web.Response:
        self.fetched += 1
        key = json.loads(RSAAlgorithm.to_jwk(_GENUINE.public_key()))
        listed = {**key, "kid": self.key_id, "use": "sig"}
        if self.endorsements is not None:
            listed["endorsements"] = self.endorsements
        return web.json_response({"keys": [listed]})

    async def _token(self, request: web.Request) -> web.Response:
        form = await request.post()
        if self.refusal or form["client_secret"] != PASSWORD or form["client_id"] != APP:
            error = {"error": self.refusal or "invalid_client", "error_description": "no"}
            return web.json_response(error, status=401)
        self.tokens_given += 1
        token = f"{BOT_TOKEN}-{self.tokens_given}"
        return web.json_response({"access_token": token, "expires_in": 3600})
