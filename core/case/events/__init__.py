"""What can happen in a case. Events are facts: they are appended, never edited."""

from core.case.events.appeals import (
    AppealDecided,
    AppealOutcome,
    AppealRaised,
    Variation,
)
from core.case.events.decisions import (
    InformationGiven,
    InformationRequested,
    ProposalApproved,
    ProposalEscalated,
    ProposalMade,
    ProposalPassedOn,
    ProposalRejected,
    ProposalWithdrawn,
)
from core.case.events.duties import (
    DutyKind,
    Reminded,
)
from core.case.events.measures import (
    CustomerReEngaged,
    DisengagementChanged,
    DisengagementContinued,
    DisengagementIssued,
    MeasureExtended,
    SanctionApplied,
    SanctionChanged,
    SanctionKept,
    SanctionLifted,
)
from core.case.events.reports import (
    CaseOpened,
    ContactAssessed,
    ContactLogged,
    EntryCorrected,
    IncidentReported,
    QuestionPassedOn,
    Relation,
    Response,
)
from core.case.events.safeguards import (
    ClientTold,
    ComplaintMade,
    ComplaintTo,
    CustomerTold,
    LegalAdviceReceived,
    LegalAdviceRequested,
    ReferralConsidered,
    ReferredTo,
)
from core.case.events.warnings import (
    MonitoringConcluded,
    MonitoringOutcome,
    WarningGiven,
)

__all__ = [
    "AppealDecided",
    "AppealOutcome",
    "AppealRaised",
    "CaseEvent",
    "CaseOpened",
    "ClientTold",
    "ComplaintMade",
    "ComplaintTo",
    "ContactAssessed",
    "ContactLogged",
    "CustomerReEngaged",
    "CustomerTold",
    "DisengagementChanged",
    "DisengagementContinued",
    "DisengagementIssued",
    "DutyKind",
    "EntryCorrected",
    "IncidentReported",
    "InformationGiven",
    "InformationRequested",
    "LegalAdviceReceived",
    "LegalAdviceRequested",
    "MeasureExtended",
    "MonitoringConcluded",
    "MonitoringOutcome",
    "ProposalApproved",
    "ProposalEscalated",
    "ProposalMade",
    "ProposalPassedOn",
    "ProposalRejected",
    "ProposalWithdrawn",
    "QuestionPassedOn",
    "ReferralConsidered",
    "ReferredTo",
    "Relation",
    "Reminded",
    "Response",
    "SanctionApplied",
    "SanctionChanged",
    "SanctionKept",
    "SanctionLifted",
    "Variation",
    "WarningGiven",
]

CaseEvent = (
    CaseOpened
    | IncidentReported
    | ContactLogged
    | ContactAssessed
    | QuestionPassedOn
    | EntryCorrected
    | ProposalMade
    | ProposalEscalated
    | ProposalPassedOn
    | ProposalApproved
    | ProposalRejected
    | InformationRequested
    | InformationGiven
    | ProposalWithdrawn
    | WarningGiven
    | MonitoringConcluded
    | SanctionApplied
    | SanctionKept
    | SanctionChanged
    | SanctionLifted
    | DisengagementIssued
    | DisengagementContinued
    | DisengagementChanged
    | CustomerReEngaged
    | MeasureExtended
    | CustomerTold
    | ClientTold
    | ComplaintMade
    | LegalAdviceRequested
    | LegalAdviceReceived
    | ReferralConsidered
    | AppealRaised
    | AppealDecided
    | Reminded
)
