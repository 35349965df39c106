"""Appeals, from being raised to being decided."""

from dataclasses import replace

from core.case.events import AppealDecided, AppealRaised
from core.case.state import Appeal, Case, Entry


def after(case: Case, entry: Entry, event: AppealRaised | AppealDecided) -> Case:
    match event:
        case AppealRaised():
            appeal = _raised(entry, event)
        case AppealDecided(no, outcome, reasons):
            appeal = replace(
                case.appeals[no],
                outcome=outcome,
                reasons=reasons,
                decided_by=entry.by,
                decided_at=entry.at,
            )
    return replace(case, appeals={**case.appeals, appeal.no: appeal})


def _raised(entry: Entry, event: AppealRaised) -> Appeal:
    return Appeal(
        no=entry.no,
        decision=event.decision,
        stage=event.stage,
        grounds=event.grounds,
        raised_at=event.raised_at,
        recorded_by=entry.by,
        handler=event.handler,
        answer_by=event.answer_by,
    )
