"""What a director considered about a threat."""

from core.case.commands import Referral
from core.case.events import ReferredTo

NOT_LEGAL = Referral(ReferredTo.LEGAL, reported=False, reason="The Police come first.")
POLICE = Referral(
    ReferredTo.POLICE,
    reported=True,
    reason="He said he would come with a knife.",
    reference="CAD 123",
)
BOTH = (NOT_LEGAL, POLICE)
