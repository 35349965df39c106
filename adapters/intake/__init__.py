"""Ways in for contacts of which other machines tell us: over HTTP, as files, as mails."""

from adapters.intake.answers import Answers
from adapters.intake.contact import Shapes
from adapters.intake.desk import IntakeDesk
from adapters.intake.door import IntakeDoor
from adapters.intake.reading import ContactReader
from adapters.intake.signing import Keyring
from adapters.intake.together import TakenTogether

__all__ = [
    "Answers",
    "ContactReader",
    "IntakeDesk",
    "IntakeDoor",
    "Keyring",
    "Shapes",
    "TakenTogether",
]
