"""One bot at a local Slack and at a local Teams, for journeys on either and across both."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from adapters.playground import Jump
from adapters.storage import MasterKey
from bot.app.house import House
from bot.app.jumps import jumps
from bot.app.made_up import ROOMS, STAFF, TEAM
from bot.app.production import Bot, running
from bot.platforms import SINGLE_TENANT, SlackAccess, TeamsAccess
from bot.settings import Settings, StorageSettings
from core.services.messages import Channel
from core.vocabulary.ids import OPERATOR
from core.vocabulary.people import Account, StaffMember
from tests.end_to_end import cloud as slack_cloud
from tests.end_to_end.chat import BRISK
from tests.end_to_end.contact_sender import CONTACT_KEYS, ContactSender
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
    """``catch_up``: everything that is due is done now."""

    house: House
    settings: Settings
    slack: slack_cloud.Cloud
    teams: teams_cloud.Cloud
    people: Mapping[str, Person]
    catch_up: Callable[[], Awaitable[None]]

    def at_slack(self, name: str) -> SlackHand:
        return self.slack.hand(f"U{name.upper()}")

    def at_teams(self, name: str) -> TeamsHand:
        return TeamsHand(self.teams, self.people[name], NAMES)

    def sender(self) -> ContactSender:
        """Another system, which may tell the bot of contacts."""
        ((key, secret),) = CONTACT_KEYS.items()
        return ContactSender(self.slack.front.bots[0], self.slack.clock, key, secret)


@asynccontextmanager
async def opened_two_chats(
    database_url: str, folder: Path, newcomer: str = ""
) -> AsyncIterator[TwoChats]:
    """``newcomer``: of the staff, who has never used the bot, so their accounts are not known."""
    bots: list[Bot] = []

    async def offered() -> Sequence[Jump]:
        house = bots[0].house
        return await jumps(house.policy, house.desk.cases, house.desk.clock.now())

    async def catch_up() -> None:
        await bots[0].errands.catch_up()

    async with AsyncExitStack() as stack:
        slack = await stack.enter_async_context(slack_cloud.opened_cloud(folder, offered, catch_up))
        teams = await stack.enter_async_context(teams_cloud.cloud())
        people = {str(member.id): _person(member) for member in STAFF}
        teams.join(*people.values())
        settings = _settings(database_url, slack, teams)
        bot = await stack.enter_async_context(running(settings, slack.clock))
        bots.append(bot)
        slack.front.bots.append(f"http://127.0.0.1:{settings.port}")
        teams.bot = f"http://127.0.0.1:{settings.port}/api/messages"
        staff = [_known(member) if member.id != newcomer else _unknown(member) for member in STAFF]
        await bot.house.register.record(OPERATOR, staff, delivery="seed")
        yield TwoChats(bot.house, settings, slack, teams, people, catch_up)


def _settings(database_url: str, slack: slack_cloud.Cloud, teams: teams_cloud.Cloud) -> Settings:
    return Settings(
        storage=StorageSettings(database_url, MasterKey.generate()),
        slack=SlackAccess(
            team=TEAM,
            signing_secret=slack_cloud.SIGNING_SECRET,
            bot_token=slack_cloud.TOKEN,
            app_token=None,
            channels={channel: room.id for channel, room in ROOMS.items()},
            api_url=f"{slack.url}/api/",
        ),
        teams=TeamsAccess(
            app_id=APP,
            app_type=SINGLE_TENANT,
            tenants=frozenset({TENANT}),
            app_password=PASSWORD,
            channels=CHANNELS,
            cloud={
                "service_url": teams.service_url,
                "openid_url": f"{teams.url}/openid",
                "login_url": f"{teams.url}/login",
            },
        ),
        policy_file=None,
        host="127.0.0.1",
        port=slack_cloud.free_port(),
        log_level="INFO",
        pace=BRISK,
        contact_keys=CONTACT_KEYS,
    )


def _person(member: StaffMember) -> Person:
    return Person(member.name, f"oid-{member.id}", TENANT, member.email)


def _unknown(member: StaffMember) -> StaffMember:
    return replace(member, accounts=frozenset())


def _known(member: StaffMember) -> StaffMember:
    known = Account("teams", TENANT, f"oid-{member.id}")
    return replace(member, accounts=member.accounts | {known})
