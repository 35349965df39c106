"""The keys of those who tell of contacts: every fault is named, and no secret is ever shown."""

import pytest

from bot.contact_keys import read_contact_keys
from bot.environment import Reader
from bot.settings import read_settings
from tests.bot.test_settings import GOOD


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("crm=short", "the secret of crm is shorter than 32"),
        ("x" * 40, "no. 1 is not a name and a secret"),
        (f"crm/2026={'x' * 32}, ={'y' * 32}", "no. 2 has no name"),
        (f"CRM={'x' * 32}", "no. 1 has no name"),
        (f"crm={'x' * 32},crm={'y' * 32}", "crm is named twice"),
    ],
)
def test_keys_that_cannot_be_used_are_named_and_never_shown(text: str, said: str) -> None:
    reader = Reader({"UCB_CONTACT_KEYS": text})
    read_contact_keys(reader, "UCB_CONTACT_KEYS")
    (problem,) = reader.problems
    assert said in problem
    assert "xxxx" not in problem


def test_keys_stand_in_no_log_and_in_no_picture_of_the_settings() -> None:
    secrets = ("canary" * 6, "second-canary" * 3)
    text = f"crm/2026={secrets[0]} , crm/2027={secrets[1]},"
    settings = read_settings(GOOD | {"UCB_CONTACT_KEYS": text})
    assert settings.contact_keys == {"crm/2026": secrets[0], "crm/2027": secrets[1]}
    assert set(secrets) <= set(settings.secrets)
    assert "canary" not in repr(settings).replace("signing-canary", "")
