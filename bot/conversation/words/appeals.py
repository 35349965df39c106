"""What becomes of a decision that the customer challenged."""

from collections.abc import Mapping
from typing import Final

from core.case.events import AppealOutcome

OUTCOMES: Final[Mapping[AppealOutcome, str]] = {
    AppealOutcome.UPHELD: "the decision stays",
    AppealOutcome.VARIED: "the decision is varied",
    AppealOutcome.WITHDRAWN: "the decision is withdrawn",
}
