"""Every fault of the settings is found at once and names the variable; secrets never print."""

import base64
from dataclasses import fields
from pathlib import Path

import pytest

from adapters.teams import AppType, TeamsSettings
from bot.delivery import PACE
from bot.environment import SettingsFault
from bot.platforms import APP_TYPES, CLOUD_VARIABLES
from bot.settings import channels_of, read_playground, read_settings, read_storage
from bot.views.ports import Address
from core.services.messages import Channel

KEY = base64.urlsafe_b64encode(bytes(range(32))).decode()
GOOD = {
    "UCB_MASTER_KEY": KEY,
    "SLACK_SIGNING_SECRET": "signing-canary",
    "SLACK_BOT_TOKEN": "xoxb-canary",
    "SLACK_TEAM_ID": "T0UCB",
    "SLACK_CHANNEL_CUSTOMER_FOCUS": "C1",
    "SLACK_CHANNEL_ALERTS": "C2",
    "SLACK_CHANNEL_REVIEWS": "G3",
}


TEAMS = {
    "TEAMS_APP_ID": "11111111-2222-3333-4444-555555555555",
    "TEAMS_APP_PASSWORD": "password-canary",
    "TEAMS_TENANTS": "AAAAAAAA-0000-0000-0000-000000000001",
    "TEAMS_CHANNEL_CUSTOMER_FOCUS": "19:focus@thread.tacv2",
    "TEAMS_CHANNEL_ALERTS": "19:alerts@thread.tacv2",
    "TEAMS_CHANNEL_REVIEWS": "19:reviews@thread.tacv2",
}
TEAMS_ALONE = {"UCB_MASTER_KEY": KEY} | TEAMS
OTHER = "bbbbbbbb-0000-0000-0000-000000000002"


def problems(environ: dict[str, str]) -> tuple[str, ...]:
    with pytest.raises(SettingsFault) as caught:
        read_settings(environ)
    return caught.value.problems


def test_good_settings_have_sensible_defaults(tmp_path: Path) -> None:
    settings = read_settings(GOOD | {"DATA_DIR": str(tmp_path)})
    assert settings.storage.database_url == f"sqlite:///{tmp_path / 'ucb.db'}"
    assert (settings.host, settings.port, settings.log_level) == ("127.0.0.1", 3000, "INFO")
    assert settings.slack
    assert settings.teams is None
    assert settings.slack.api_url == "https://slack.com/api/"
    assert settings.slack.app_token is None
    assert settings.slack.channels[Channel.REVIEWS] == "G3"
    assert settings.pace == PACE


def test_a_shorter_lease_leaves_less_time_for_each_delivery() -> None:
    pace = read_settings(GOOD | {"UCB_LEASE_SECONDS": "8"}).pace
    assert (pace.lease, pace.patience, pace.poll) == (8, 2, 2)


def test_nothing_set_names_what_is_needed_first() -> None:
    found = problems({})
    assert any("ucb key" in problem for problem in found)
    assert any("SLACK_BOT_TOKEN" in problem and "TEAMS_APP_ID" in problem for problem in found)


@pytest.mark.parametrize("platform", ["SLACK_", "TEAMS_"])
def test_whatever_is_set_of_a_platform_calls_for_the_rest(platform: str) -> None:
    needed = {name: value for name, value in (GOOD | TEAMS).items() if name.startswith(platform)}
    for name, value in needed.items():
        found = problems({"UCB_MASTER_KEY": KEY, name: value})
        told = {problem.split()[0] for problem in found if "is not set." in problem}
        assert told == needed.keys() - {name}


def test_teams_alone_will_do() -> None:
    settings = read_settings(TEAMS_ALONE)
    assert settings.slack is None
    assert settings.teams
    assert settings.teams.app_type == "SingleTenant"
    assert settings.teams.tenants == {"aaaaaaaa-0000-0000-0000-000000000001"}
    assert settings.channels[Channel.ALERTS] == [Address("teams", "19:alerts@thread.tacv2", False)]


def test_a_channel_that_both_platforms_name_is_written_to_on_both() -> None:
    assert read_settings(GOOD | TEAMS).channels[Channel.REVIEWS] == [
        Address("slack", "G3", False),
        Address("teams", "19:reviews@thread.tacv2", False),
    ]


def test_a_channel_can_be_named_as_it_stands_in_its_link() -> None:
    linked = {"TEAMS_CHANNEL_ALERTS": "19%3aalerts%40thread.tacv2"}
    alerts = [Address("teams", "19:alerts@thread.tacv2", False)]
    assert read_settings(TEAMS_ALONE | linked).channels[Channel.ALERTS] == alerts
    assert channels_of(linked)[Channel.ALERTS] == alerts


def test_a_managed_identity_has_no_password() -> None:
    environ = TEAMS_ALONE | {"TEAMS_APP_TYPE": "userassignedmsi", "TEAMS_APP_PASSWORD": ""}
    teams = read_settings(environ).teams
    assert teams
    assert (teams.app_type, teams.app_password) == ("UserAssignedMSI", "")


def test_several_tenants_need_another_kind_of_bot() -> None:
    both = {"TEAMS_TENANTS": f"{TEAMS['TEAMS_TENANTS']}, {OTHER}"}
    (problem,) = problems(TEAMS_ALONE | both)
    assert problem.startswith("TEAMS_TENANTS names 2 tenants")
    teams = read_settings(TEAMS_ALONE | both | {"TEAMS_APP_TYPE": "MultiTenant"}).teams
    assert teams
    assert len(teams.tenants) == 2


def test_the_adapter_knows_every_kind_of_bot_and_every_address() -> None:
    assert set(APP_TYPES) == set(AppType)
    assert set(CLOUD_VARIABLES) <= {field.name for field in fields(TeamsSettings)}


@pytest.mark.parametrize("name", CLOUD_VARIABLES.values())
def test_the_addresses_of_a_national_cloud_need_encryption(name: str) -> None:
    (problem,) = problems(TEAMS_ALONE | {name: "http://cloud.example"})
    assert problem == f"{name} must start with https://."


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("UCB_MASTER_KEY", "too-short"),
        ("UCB_MASTER_KEY", base64.urlsafe_b64encode(bytes(31)).decode()),
        ("UCB_MASTER_KEY", "not base64 at all €"),
        ("SLACK_BOT_TOKEN", "xoxp-a-users-token"),
        ("SLACK_APP_TOKEN", "xoxb-not-an-app-token"),
        ("SLACK_TEAM_ID", "ucb"),
        ("SLACK_CHANNEL_ALERTS", "#alerts"),
        ("SLACK_API_URL", "http://slack.example/api"),
        ("TEAMS_APP_ID", "ucb"),
        ("TEAMS_APP_TYPE", "Several"),
        ("TEAMS_APP_PASSWORD", ""),
        ("TEAMS_TENANTS", "ucb.example"),
        ("TEAMS_CHANNEL_ALERTS", "alerts"),
        ("DATABASE_URL", "mysql://db.example/ucb"),
        ("UCB_LEASE_SECONDS", "1"),
        ("UCB_LEASE_SECONDS", "soon"),
        ("PORT", "eighty"),
        ("PORT", "70000"),
        ("PORT", "²"),
        ("LOG_LEVEL", "chatty"),
        ("UCB_POLICY_FILE", "/no/such/policy.toml"),
    ],
)
def test_a_fault_names_its_variable_and_never_shows_a_secret(name: str, value: str) -> None:
    (problem,) = problems(GOOD | TEAMS | {name: value})
    assert problem.startswith(name)
    if name in ("UCB_MASTER_KEY", "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"):
        assert value not in problem


def test_secrets_do_not_print_and_are_known_to_the_log() -> None:
    url = "postgresql://ucb:hunter2@db.example/ucb"
    settings = read_settings(GOOD | TEAMS | {"DATABASE_URL": url, "SLACK_APP_TOKEN": "xapp-canary"})
    secrets = {KEY, "signing-canary", "xoxb-canary", "xapp-canary", "hunter2", "password-canary"}
    assert set(settings.secrets) == secrets
    assert not any(secret in repr(settings) for secret in secrets)


def test_commands_on_the_server_need_the_storage_alone() -> None:
    assert read_storage({"UCB_MASTER_KEY": KEY}).master_key == KEY
    with pytest.raises(SettingsFault):
        read_storage({})


def test_unnamed_channels_are_left_out() -> None:
    named = {"SLACK_CHANNEL_ALERTS": "C2", "SLACK_CHANNEL_REVIEWS": " "}
    assert channels_of(named) == {Channel.ALERTS: [Address("slack", "C2", False)]}


def test_the_playground_has_its_own_defaults() -> None:
    settings = read_playground({})
    assert (settings.data_dir, settings.port) == (Path("data"), 8080)


@pytest.mark.parametrize(
    "name", ["SLACK_BOT_TOKEN", "TEAMS_APP_PASSWORD", "DATABASE_URL", "UCB_MASTER_KEY"]
)
def test_the_playground_never_starts_beside_production_settings(name: str) -> None:
    with pytest.raises(SettingsFault) as caught:
        read_playground({name: "something", "PORT": "x"})
    assert name in caught.value.problems[0]
    assert "something" not in str(caught.value)
