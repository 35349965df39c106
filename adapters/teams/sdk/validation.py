"""Who is calling us: the SDK's token validation, less what it lets in besides Teams."""

from typing import Any

import jwt
from botbuilder.schema import Activity
from botframework.connector.auth import (
    AuthenticateRequestResult,
    AuthenticationConfiguration,
    BotFrameworkAuthentication,
    BotFrameworkAuthenticationFactory,
    ClaimsIdentity,
    ConnectorFactory,
    JwtTokenExtractor,
    PasswordServiceClientCredentialFactory,
)

from adapters.teams.names import CHANNEL
from adapters.teams.sdk.connector import Connectors
from adapters.teams.sdk.keys import KeyRing, KeysUnavailable
from adapters.teams.settings import TeamsSettings


class Refused(Exception):
    """A request that did not come from Teams, or not for us. The text is for the log alone."""


class Validation(BotFrameworkAuthentication):  # type: ignore[misc]
    """The SDK checks signature, issuer, audience, expiry, endorsement and service URL.

    It would also take tokens of the Bot Framework Emulator and of other bots, tokens without an
    end, requests without a service URL (then the claim is not compared) and any other channel
    the bot is connected to. None of these are Teams, so they are refused here.
    """

    def __init__(self, settings: TeamsSettings, connectors: Connectors) -> None:
        self._settings = settings
        self._connectors = connectors
        self._inner = BotFrameworkAuthenticationFactory.create(
            validate_authority=True,
            to_channel_from_bot_login_url=settings.login_url,
            to_channel_from_bot_oauth_scope=settings.scope,
            to_bot_from_channel_token_issuer=settings.issuer,
            to_bot_from_channel_open_id_metadata_url=settings.openid_url,
            credential_factory=PasswordServiceClientCredentialFactory(settings.app_id),
            auth_configuration=AuthenticationConfiguration(),
        )
        self._is_local = settings.service_url.startswith("http://")
        JwtTokenExtractor.metadataCache[settings.openid_url] = KeyRing(settings.openid_url, CHANNEL)

    async def authenticate_request(
        self, activity: Activity, auth_header: str
    ) -> AuthenticateRequestResult:
        """Raises ``Refused`` or ``KeysUnavailable``."""
        if not activity.service_url or activity.channel_id != CHANNEL:
            raise Refused("not from Teams")
        if not activity.service_url.startswith("https://") and not self._is_local:
            raise Refused("a service without encryption")
        if self._settings.playground:
            return self._anonymous()
        self._check_kind(auth_header)
        try:
            result = await self._inner.authenticate_request(activity, auth_header)
        except KeysUnavailable:
            raise
        except Exception as error:  # the SDK raises bare exceptions for some faults
            raise Refused(f"{type(error).__name__}: {error}") from None
        result.connector_factory = self._connectors
        return result

    def create_connector_factory(self, _: ClaimsIdentity) -> ConnectorFactory:
        return self._connectors

    async def create_user_token_client(self, _: ClaimsIdentity) -> None:
        """Nobody signs in through the bot."""

    async def authenticate_streaming_request(
        self, _auth_header: str, _channel_id_header: str
    ) -> AuthenticateRequestResult:
        raise Refused("no streaming")

    def get_originating_audience(self) -> str:
        return self._settings.scope

    def _check_kind(self, auth_header: str) -> None:
        scheme, _, token = auth_header.partition(" ")
        if scheme != "Bearer" or not token:
            raise Refused("no token")
        try:
            claims: dict[str, Any] = jwt.decode(token, options={"verify_signature": False})
        except (jwt.PyJWTError, ValueError, TypeError):
            raise Refused("unreadable token") from None
        if claims.get("iss") != self._settings.issuer:
            raise Refused("another issuer")
        if not isinstance(claims.get("exp"), int | float):
            raise Refused("a token without an end")

    def _anonymous(self) -> AuthenticateRequestResult:
        result = AuthenticateRequestResult()
        result.claims_identity = ClaimsIdentity({"aud": self._settings.app_id}, True)
        result.audience = self._settings.scope
        result.connector_factory = self._connectors
        return result
