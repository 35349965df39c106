"""How a contact from somebody we disengaged from is judged, and what is done (stage 6)."""

from collections.abc import Mapping
from typing import Final

from core.case.events import Relation, Response

RELATIONS: Final[Mapping[Relation, str]] = {
    Relation.SAME: "the same or a similar topic",
    Relation.DIFFERENT: "a wholly different topic",
    Relation.UNSURE: "unclear whether it is the same topic",
}

RESPONSES: Final[Mapping[Response, str]] = {
    Response.NOT_RE_ENGAGED: "Not answered",
    Response.NOTICE_REISSUED: "The notice was issued again",
    Response.ANSWERED: "Answered as usual",
    Response.MANAGER_ASKED: "A manager decides",
    Response.ANSWERED_ON_TOPIC: "Answered, on that topic alone",
}
