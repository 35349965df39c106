"""What a person (or the bot) can ask to be done in a case."""

from core.case.commands.appeals import (
    DecideAppeal,
    RaiseAppeal,
)
from core.case.commands.decisions import (
    Approve,
    GiveInformation,
    Propose,
    Referral,
    Reject,
    RequestInformation,
    Withdraw,
)
from core.case.commands.duties import (
    PassOn,
    PassOnQuestion,
    Remind,
)
from core.case.commands.reports import (
    AssessContact,
    CorrectEntry,
    LogContact,
    ReportIncident,
)
from core.case.commands.safeguards import (
    RecordClientTold,
    RecordComplaint,
    RecordCustomerTold,
    RecordLegalAdvice,
    RecordReferral,
    RequestLegalAdvice,
)
from core.case.commands.warnings import (
    ConcludeMonitoring,
    RecordWarningGiven,
)

__all__ = [
    "Approve",
    "AssessContact",
    "CaseCommand",
    "Command",
    "ConcludeMonitoring",
    "CorrectEntry",
    "DecideAppeal",
    "GiveInformation",
    "LogContact",
    "PassOn",
    "PassOnQuestion",
    "Propose",
    "RaiseAppeal",
    "RecordClientTold",
    "RecordComplaint",
    "RecordCustomerTold",
    "RecordLegalAdvice",
    "RecordReferral",
    "RecordWarningGiven",
    "Referral",
    "Reject",
    "Remind",
    "ReportIncident",
    "RequestInformation",
    "RequestLegalAdvice",
    "Withdraw",
]

CaseCommand = (
    LogContact
    | Propose
    | Approve
    | Reject
    | RequestInformation
    | GiveInformation
    | Withdraw
    | RecordWarningGiven
    | ConcludeMonitoring
    | AssessContact
    | RecordCustomerTold
    | RecordClientTold
    | RecordComplaint
    | RequestLegalAdvice
    | RecordLegalAdvice
    | RecordReferral
    | RaiseAppeal
    | DecideAppeal
    | Remind
    | PassOn
    | PassOnQuestion
    | CorrectEntry
)
"""Commands on a case that stands. ``ReportIncident`` may open one, so it goes by itself."""

Command = ReportIncident | CaseCommand
