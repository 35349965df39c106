"""The ways in for contacts of which other machines tell us."""

from typing import Final

from adapters.intake import (
    Answers,
    ContactReader,
    IntakeDesk,
    IntakeDoor,
    Keyring,
    Shapes,
    TakenTogether,
)
from bot.app.house import House, derived
from bot.settings import Settings
from core.policy.model import Policy
from core.services.alerting.incoming_contacts import IncomingContacts

DIGESTS: Final = "digests of contacts"
"""What the secret is for that is derived from the master key. With another, a contact that is sent
again passes for another one under the same key."""
EMAIL: Final = "email"


def intake_door(settings: Settings, house: House) -> IntakeDoor:
    return IntakeDoor(
        Keyring(settings.contact_keys), intake_desk(house, settings.storage.master_key)
    )


def intake_desk(house: House, master_key: str) -> IntakeDesk:
    codes = [means.code for means in house.policy.means]
    return IntakeDesk(
        TakenTogether(IncomingContacts(house.policy, house.desk)),
        Answers(house.desk.alerts),
        ContactReader(Shapes.of(codes), derived(master_key, DIGESTS)),
        house.desk.clock,
        mail_means(house.policy),
    )


def mail_means(policy: Policy) -> str:
    """The means whose code is ``email``; else the first that is written, or the first of all."""
    codes = [means.code for means in policy.means]
    written = [means.code for means in policy.means if means.is_written]
    return EMAIL if EMAIL in codes else (written or codes)[0]
