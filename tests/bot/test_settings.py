"""Every fault of the settings is found at once and names the variable; secrets never print."""

import base64
from pathlib import Path

import pytest

from bot.delivery import PACE
from bot.environment import SettingsFault
from bot.settings import channels_of, read_playground, read_settings, read_storage
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


def problems(environ: dict[str, str]) -> tuple[str, ...]:
    with pytest.raises(SettingsFault) as caught:
        read_settings(environ)
    return caught.value.problems


def test_good_settings_have_sensible_defaults(tmp_path: Path) -> None:
    settings = read_settings(GOOD | {"DATA_DIR": str(tmp_path)})
    assert settings.storage.database_url == f"sqlite:///{tmp_path / 'ucb.db'}"
    assert (settings.host, settings.port, settings.log_level) == ("127.0.0.1", 3000, "INFO")
    assert settings.slack.api_url == "https://slack.com/api/"
    assert settings.slack.app_token is None
    assert settings.slack.channels[Channel.REVIEWS] == "G3"
    assert settings.pace == PACE


def test_a_shorter_lease_leaves_less_time_for_each_delivery() -> None:
    pace = read_settings(GOOD | {"UCB_LEASE_SECONDS": "8"}).pace
    assert (pace.lease, pace.patience, pace.poll) == (8, 2, 2)


def test_nothing_set_names_everything_that_is_needed() -> None:
    found = problems({})
    for name in GOOD:
        assert any(problem.startswith(f"{name} is not set.") for problem in found), name
    assert any("ucb key" in problem for problem in found)


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
    (problem,) = problems(GOOD | {name: value})
    assert problem.startswith(name)
    if name in ("UCB_MASTER_KEY", "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"):
        assert value not in problem


def test_secrets_do_not_print_and_are_known_to_the_log() -> None:
    url = "postgresql://ucb:hunter2@db.example/ucb"
    settings = read_settings(GOOD | {"DATABASE_URL": url, "SLACK_APP_TOKEN": "xapp-canary"})
    secrets = {KEY, "signing-canary", "xoxb-canary", "xapp-canary", "hunter2"}
    assert set(settings.secrets) == secrets
    assert not any(secret in repr(settings) for secret in secrets)


def test_commands_on_the_server_need_the_storage_alone() -> None:
    assert read_storage({"UCB_MASTER_KEY": KEY}).master_key == KEY
    with pytest.raises(SettingsFault):
        read_storage({})


def test_unnamed_channels_are_left_out() -> None:
    assert channels_of({"SLACK_CHANNEL_ALERTS": "C2", "SLACK_CHANNEL_REVIEWS": " "}) == {
        Channel.ALERTS: "C2"
    }


def test_the_playground_has_its_own_defaults() -> None:
    settings = read_playground({})
    assert (settings.data_dir, settings.port) == (Path("data"), 8080)


@pytest.mark.parametrize("name", ["SLACK_BOT_TOKEN", "DATABASE_URL", "UCB_MASTER_KEY"])
def test_the_playground_never_starts_beside_production_settings(name: str) -> None:
    with pytest.raises(SettingsFault) as caught:
        read_playground({name: "something", "PORT": "x"})
    assert name in caught.value.problems[0]
    assert "something" not in str(caught.value)
