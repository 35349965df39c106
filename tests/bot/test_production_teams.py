"""The bot as it runs at work, against a local Teams."""

from pathlib import Path

import aiohttp
import pytest

from adapters.storage import MasterKey
from adapters.teams import TeamsRefused
from bot.__main__ import explained
from bot.app.house import House, read_policy
from bot.app.production import run_bot
from bot.cli.staff_file import read_staff
from bot.settings import Settings, read_settings
from core.vocabulary.ids import OPERATOR
from core.vocabulary.people import Account
from tests.bot.serving import free_port, running
from tests.support.adaptive_reading import words
from tests.support.clock import SetClock
from tests.support.teams_cloud import OTHER_TENANT, TENANT, Cloud, cloud, person
from tests.support.teams_issuer import APP, PASSWORD

STAFF = (
    "id,name,email,grade,team,line_manager,roles\n"
    "asha,Asha Adviser,asha@ucb.example,adviser,Wetlands,,\n"
)


def settings(tmp_path: Path, local: Cloud, password: str = PASSWORD) -> Settings:
    names = ("CUSTOMER_FOCUS", "ALERTS", "REVIEWS")
    environ = {f"TEAMS_CHANNEL_{name}": f"19:{name}@thread.tacv2" for name in names}
    return read_settings(
        environ
        | {
            "DATA_DIR": str(tmp_path),
            "PORT": str(free_port()),
            "UCB_MASTER_KEY": MasterKey.generate(),
            "TEAMS_APP_ID": APP,
            "TEAMS_APP_PASSWORD": password,
            "TEAMS_TENANTS": TENANT,
            "TEAMS_SERVICE_URL": local.service_url,
            "TEAMS_OPENID_URL": f"{local.url}/openid",
            "TEAMS_LOGIN_URL": f"{local.url}/login",
        }
    )


async def hire(chosen: Settings) -> None:
    policy = read_policy(None)
    house = await House.open(policy, chosen.storage, chosen.channels, SetClock())
    members, _ = read_staff(STAFF, policy)
    await house.register.record(OPERATOR, members, "hire")
    await house.close()


async def test_it_serves_a_tenant_and_no_other(tmp_path: Path) -> None:
    async with cloud() as local:
        chosen = settings(tmp_path, local)
        local.bot = f"http://127.0.0.1:{chosen.port}/api/messages"
        asha, stranger = person("asha"), person("sam", OTHER_TENANT)
        local.join(asha, stranger)
        await hire(chosen)
        async with running(lambda stop: run_bot(chosen, stop)):
            async with local.http.get(f"http://127.0.0.1:{chosen.port}/readyz") as answer:
                assert answer.status == 200
            forged = local.activity(asha, "message", text="help")
            replies = [
                await local.says(asha, "help"),
                await local.says(stranger, "help"),
                await local.send(forged, token=""),
            ]
            assert [reply.status for reply in replies] == [202, 202, 401]
        # Closing has waited for the work behind the acknowledgements.
        assert "Hello Asha Adviser." in words((await local.connector.in_chat(asha.chat)).card)
        refused = await local.connector.in_chat(stranger.chat)
        assert "its own organisation only" in refused.activity["text"]
        house = await House.open(read_policy(None), chosen.storage, {}, SetClock())
        linked = await house.desk.directory.by_account(Account("teams", TENANT, "oid-asha"))
        await house.close()
        assert linked
        assert linked.name == "Asha Adviser"


async def test_a_wrong_password_stops_the_start_with_a_sentence(tmp_path: Path) -> None:
    async with cloud() as local:
        with pytest.raises(TeamsRefused, match="invalid_client") as refused:
            async with running(
                lambda stop: run_bot(settings(tmp_path, local, "wrong-canary"), stop)
            ):
                pass
        (line,) = explained(refused.value)
        assert "wrong-canary" not in line
        assert line.startswith("Microsoft refuses the bot")


async def test_after_the_end_nothing_listens_any_more(tmp_path: Path) -> None:
    async with cloud() as local:
        chosen = settings(tmp_path, local)
        async with running(lambda stop: run_bot(chosen, stop)):
            pass
        with pytest.raises(aiohttp.ClientConnectorError):
            await local.http.get(f"http://127.0.0.1:{chosen.port}/healthz")
