"""What follows from a command in a case that stands: events, or a refusal."""

from core.case.appeals.appealing import decide_appeal, raise_appeal
from core.case.checks import require_actor
from core.case.commands import (
    Approve,
    AssessContact,
    CaseCommand,
    ConcludeMonitoring,
    CorrectEntry,
    DecideAppeal,
    GiveInformation,
    LogContact,
    PassOn,
    PassOnQuestion,
    Propose,
    RaiseAppeal,
    RecordClientTold,
    RecordComplaint,
    RecordCustomerTold,
    RecordLegalAdvice,
    RecordReferral,
    RecordWarningGiven,
    Reject,
    Remind,
    RequestInformation,
    RequestLegalAdvice,
    Withdraw,
)
from core.case.duties.reminding import remind
from core.case.events import CaseEvent
from core.case.recording.agents import record_client_told, record_complaint
from core.case.recording.incidents import correct_entry, log_contact
from core.case.recording.monitoring import conclude_monitoring
from core.case.recording.telling import record_customer_told
from core.case.recording.warning import record_warning_given
from core.case.scene import Scene
from core.case.signing_off.deciding import (
    approve,
    give_information,
    reject,
    request_information,
    withdraw,
)
from core.case.signing_off.legal_advice import record_legal_advice, request_legal_advice
from core.case.signing_off.passing_on import pass_on
from core.case.signing_off.passing_on_questions import pass_on_question
from core.case.signing_off.proposing import propose
from core.case.signing_off.referrals import record_referral
from core.case.state import Case
from core.case.weighing.assessing import assess_contact


def decide(  # noqa: C901 (one line for each command)
    scene: Scene, case: Case, command: CaseCommand
) -> tuple[CaseEvent, ...]:
    """Raises ``Refused``, naming the rule, where the policy does not allow it."""
    if isinstance(command, Remind):
        return remind(scene, case, command)
    if isinstance(command, PassOn):
        return pass_on(scene, case, command)
    if isinstance(command, PassOnQuestion):
        return pass_on_question(scene, case, command)
    require_actor(scene)
    match command:
        case LogContact():
            return log_contact(scene, case, command)
        case Propose():
            return propose(scene, case, command)
        case Approve():
            return approve(scene, case, command)
        case Reject():
            return reject(scene, case, command)
        case RequestInformation():
            return request_information(scene, case, command)
        case GiveInformation():
            return give_information(scene, case, command)
        case Withdraw():
            return withdraw(scene, case, command)
        case RecordWarningGiven():
            return record_warning_given(scene, case, command)
        case ConcludeMonitoring():
            return conclude_monitoring(scene, case, command)
        case RecordCustomerTold():
            return record_customer_told(scene, case, command)
        case AssessContact():
            return assess_contact(scene, case, command)
        case RecordClientTold():
            return record_client_told(scene, case, command)
        case RecordComplaint():
            return record_complaint(scene, case, command)
        case RequestLegalAdvice():
            return request_legal_advice(command)
        case RecordLegalAdvice():
            return record_legal_advice(scene, case, command)
        case RecordReferral():
            return record_referral(scene, case, command)
        case RaiseAppeal():
            return raise_appeal(scene, case, command)
        case DecideAppeal():
            return decide_appeal(scene, case, command)
        case CorrectEntry():
            return correct_entry(scene, case, command)
