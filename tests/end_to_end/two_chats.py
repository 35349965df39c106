"""One bot at a local Slack and at a local Teams, for journeys on either and across both."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from adapters.playground import Jump
from adapters.slack import SlackAdapter, SlackSettings
from adapters.storage import MasterKey
from adapters.teams import AppType, ConversationReferences, TeamsAdapter, TeamsSettings
from bot.app.errands import Errands
from bot.app.house import House, read_policy
from bot.app.jumps import jumps
from bot.app.made_up import ROOMS, STAFF, TEAM
from bot.app.web import served, web_app
from bot.settings import StorageSettings
from bot.views.ports import Address
from core.services.messages import Channel
from core.vocabulary.ids import OPERATOR
from core.vocabulary.people import Account, StaffMember
from tests.end_to_end import cloud as slack_cloud
from tests.end_to_end.chat import BRISK
from tests.end_to_end.slack_hand import SlackHand
from tests.end_to_end.teams_hand import TeamsHand
from tests.support import teams_cloud
from tests.support.teams_cloud import TENANT
from tests.support.teams_connector import Person
from tests.support.teams_issuer import APP, PASSWORD

CHANNELS: Final = {channel: f"19:{channel}@thread.tacv2" for channel in Channel}
NAMES: Final = {ROOMS[channel].name: place for channel, place in CHANNELS.items()}


@dataclass(frozen=True, slots=True)
class TwoChats:
    house: House
    slack: slack_cloud.Cloud
    teams: teams_cloud.Cloud
    people: Mapping[str, Person]

    def at_slack(self, name: str) -> SlackHand:
        return self.slack.hand(f"U{name.upper()}")

    def at_teams(self, name: str) -> TeamsHand:
        return TeamsHand(self.teams, self.people[name], NAMES)


@asynccontextmanager
async def opened_two_chats(database_url: str, folder: Path) -> AsyncIterator[TwoChats]:
    running: list[tuple[House, Errands]] = []

    async def offered() -> Sequence[Jump]:
        house, _ = running[0]
        return await jumps(house.policy, house.desk.cases, house.desk.clock.now())

    async def catch_up() -> None:
        await running[0][1].catch_up()

    async with AsyncExitStack() as stack:
        slack = await stack.enter_async_context(slack_cloud.opened_cloud(folder, offered, catch_up))
        teams = await stack.enter_async_context(teams_cloud.cloud())
        people = {str(member.id): _person(member) for member in STAFF}
        teams.join(*people.values())
        house = await _run(stack, database_url, slack, teams, running)
        staff = [_with_teams_account(member) for member in STAFF]
        await house.register.record(OPERATOR, staff, delivery="seed")
        yield TwoChats(house, slack, teams, people)


async def _run(
    stack: AsyncExitStack,
    database_url: str,
    slack: slack_cloud.Cloud,
    teams: teams_cloud.Cloud,
    running: list[tuple[House, Errands]],
) -> House:
    """The bot with both adapters."""
    bell, policy = asyncio.Event(), read_policy(None)
    storage = StorageSettings(database_url, MasterKey.generate())
    house = await House.open(policy, storage, _channels(), slack.clock, bell.set)
    stack.push_async_callback(house.close)
    talk, zone = house.conversation, policy.zone
    at_slack = SlackAdapter(
        SlackSettings(
            slack_cloud.SIGNING_SECRET, slack_cloud.TOKEN, TEAM, api_url=f"{slack.url}/api/"
        ),
        talk,
        zone,
    )
    references = ConversationReferences(house.storage.notebook)
    at_teams = TeamsAdapter(_teams(teams), talk, zone, references)
    couriers = {"slack": at_slack.courier, "teams": at_teams.courier}
    errands = Errands(house, couriers, bell, BRISK)
    running.append((house, errands))
    errands.start()
    stack.push_async_callback(errands.stop)
    app, port = web_app(slack_cloud.always), slack_cloud.free_port()
    for adapter in (at_slack, at_teams):
        stack.push_async_callback(adapter.close)
        adapter.add_routes(app)
        await adapter.start()
    await stack.enter_async_context(served(app, "127.0.0.1", port))
    slack.front.bots.append(f"http://127.0.0.1:{port}")
    teams.bot = f"http://127.0.0.1:{port}/api/messages"
    return house


def _person(member: StaffMember) -> Person:
    return Person(member.name, f"oid-{member.id}", TENANT, member.email)


def _with_teams_account(member: StaffMember) -> StaffMember:
    known = Account("teams", TENANT, f"oid-{member.id}")
    return replace(member, accounts=member.accounts | {known})


def _channels() -> dict[Channel, tuple[Address, ...]]:
    return {
        channel: (
            Address("slack", room.id, is_person=False),
            Address("teams", CHANNELS[channel], is_person=False),
        )
        for channel, room in ROOMS.items()
    }


def _teams(local: teams_cloud.Cloud) -> TeamsSettings:
    return TeamsSettings(
        app_id=APP,
        app_type=AppType.SINGLE_TENANT,
        tenants=frozenset({TENANT}),
        app_password=PASSWORD,
        service_url=local.service_url,
        openid_url=f"{local.url}/openid",
        login_url=f"{local.url}/login",
    )
