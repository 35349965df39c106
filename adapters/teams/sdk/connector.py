"""The Bot Connector REST API: conversations, activities, members."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from botbuilder.schema import Activity, Attachment, ConversationParameters, ErrorResponseException
from botframework.connector.aio import ConnectorClient
from botframework.connector.auth import ConnectorFactory, MicrosoftAppCredentials
from botframework.connector.bot_framework_sdk_client_async import (
    BotFrameworkConnectorConfiguration,
)
from msrest.exceptions import ClientException, DeserializationError
from msrest.pipeline import AsyncPipeline
from msrest.pipeline.universal import RawDeserializer

from adapters.chat.recent import Recent
from adapters.teams.names import ADAPTIVE_CARD
from adapters.teams.sdk.sender import Sender
from adapters.teams.sdk.tokens import Tokens

Json = dict[str, Any]

_SERVICES: Final = 50


class ConnectorFault(Exception):
    """The connector said no. ``code``: its own error code, ``http-503`` where it gave none."""

    def __init__(self, status: int, code: str, retry_after: str | None) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Spot:
    """A conversation at one of Teams' regional services."""

    service_url: str
    conversation: str


@dataclass(frozen=True, slots=True)
class Note:
    """What is posted: a card, or words. ``alert``: the person is notified."""

    summary: str
    card: Json | None = None
    alert: bool = False


class Connectors(ConnectorFactory):  # type: ignore[misc]
    """One client for each service, all over one session."""

    def __init__(self, tokens: Tokens) -> None:
        self._sender = Sender(tokens)
        self._clients = Recent[str, ConnectorClient](_SERVICES)

    async def create(
        self,
        service_url: str,
        audience: str | None = None,  # noqa: ARG002
    ) -> ConnectorClient:
        """``audience`` is always the Bot Framework, since other bots are not let in."""
        return self.client(service_url)

    def client(self, service_url: str) -> ConnectorClient:
        known = self._clients.get(service_url)
        if known is None:
            known = self._made(service_url)
            self._clients.put(service_url, known)
        return known

    async def close(self) -> None:
        await self._sender.close()

    def _made(self, service_url: str) -> ConnectorClient:
        configuration = BotFrameworkConnectorConfiguration(
            MicrosoftAppCredentials.empty(),
            service_url,
            pipeline_type=lambda config: AsyncPipeline(
                [config.user_agent_policy, RawDeserializer()], self._sender
            ),
        )
        return ConnectorClient(None, custom_configuration=configuration)


class Connector:
    """Raises ``ConnectorFault``, ``TokenRefused``, or what aiohttp raises."""

    def __init__(self, connectors: Connectors) -> None:
        self._connectors = connectors

    async def post(self, spot: Spot, note: Note) -> str:
        """The id of the new message."""
        operations = self._operations(spot.service_url)
        made = await _told(operations.send_to_conversation(spot.conversation, _activity(note)))
        return str(made.id)

    async def update(self, spot: Spot, message: str, note: Note) -> None:
        operations = self._operations(spot.service_url)
        activity = _activity(note)
        await _told(operations.update_activity(spot.conversation, message, activity))

    async def open(self, service_url: str, tenant: str, bot: str, user: str) -> str:
        """The conversation with one person, by their id at Teams or in the tenant's directory."""
        wanted = ConversationParameters(
            is_group=False,
            bot={"id": bot},
            members=[{"id": user}],
            tenant_id=tenant,
            channel_data={"tenant": {"id": tenant}},
        )
        made = await _told(self._operations(service_url).create_conversation(wanted))
        return str(made.id)

    async def member(self, spot: Spot, user: str) -> Mapping[str, Any]:
        """What the tenant's directory says of a member, by the keys of the REST API."""
        operations = self._operations(spot.service_url)
        found = await _told(operations.get_conversation_member(spot.conversation, user))
        return {
            **(found.additional_properties or {}),
            "id": found.id,
            "name": found.name,
            "aadObjectId": found.aad_object_id,
        }

    def _operations(self, service_url: str) -> Any:
        return self._connectors.client(service_url).conversations


def _activity(note: Note) -> Activity:
    return Activity(
        type="message",
        summary=note.summary,
        text=None if note.card else note.summary,
        text_format=None if note.card else "plain",
        attachments=[Attachment(content_type=ADAPTIVE_CARD, content=note.card)]
        if note.card
        else None,
        channel_data={"notification": {"alert": True}} if note.alert else None,
    )


async def _told(call: Any) -> Any:
    try:
        return await call
    except ErrorResponseException as fault:
        response = fault.response
        status = int(response.status_code)
        inner = getattr(getattr(fault, "error", None), "error", None)
        code = getattr(inner, "code", None) or f"http-{status}"
        raise ConnectorFault(status, str(code), response.headers.get("Retry-After")) from None
    except (ClientException, DeserializationError) as fault:
        raise ConnectorFault(502, f"unreadable-{type(fault).__name__}", None) from None
