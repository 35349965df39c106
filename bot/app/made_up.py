"""The playground's people and places. None of them exists."""

from typing import Final

from adapters.playground import Room, Seat
from core.services.messages import Channel
from core.vocabulary.ids import StaffId
from core.vocabulary.people import Account, Role, StaffMember

TEAM: Final = "T0PLAYGROUND"

SEATS: Final = (
    Seat(
        "UASHA",
        "Asha Adviser",
        "Adviser, Wetlands team",
        "asha@playground.example",
        "Corresponds with customers. Start here: report what happened.",
    ),
    Seat(
        "USAM",
        "Sam Senior",
        "Senior adviser, Wetlands team",
        "sam@playground.example",
        "Asha's colleague. Another pair of eyes, who may report but not sign off.",
    ),
    Seat(
        "UMORGAN",
        "Morgan Manager",
        "Manager, Wetlands team",
        "morgan@playground.example",
        "Line manager of Asha and Sam. Signs off warnings, sanctions and reviews.",
    ),
    Seat(
        "UDEVI",
        "Devi Director",
        "Director, Operations",
        "devi@playground.example",
        "Dara's line manager. Decides what needs a director, and is alerted of any threat.",
    ),
    Seat(
        "UFRANKIE",
        "Frankie Focus",
        "Senior adviser, Customer Focus team",
        "frankie@playground.example",
        "Looks after the policy day to day and may read every timeline.",
    ),
    Seat(
        "UDARA",
        "Dara Deputy",
        "Deputy director, Operations",
        "dara@playground.example",
        "Between Morgan and Devi. Answers appeals against what Morgan decided.",
    ),
    Seat(
        "UOTIS",
        "Otis Oncall",
        "On-call director, Estates",
        "otis@playground.example",
        "In nobody's line here. Is alerted of any threat, and may decide what is done at once.",
    ),
    Seat(
        "UCLEO",
        "Cleo Chief",
        "Chief Operating Officer",
        "cleo@playground.example",
        "Has overall responsibility: manages every case, and decides what nobody else can.",
    ),
    Seat(
        "ULEE",
        "Lee Legal",
        "Legal adviser, Legal team",
        "lee@playground.example",
        "Is asked for advice, for example about site owners, and records it.",
    ),
    Seat(
        "UNOOR",
        "Noor Neighbour",
        "Manager of another team, Woodlands",
        "noor@playground.example",
        "Not involved in Asha's cases. Can stand in as a deputy.",
    ),
)

ROOMS: Final = {
    Channel.CUSTOMER_FOCUS: Room(
        "CFOCUS", "customer-focus", "What awaits a decision, and what was decided"
    ),
    Channel.ALERTS: Room("CALERTS", "contact-alerts", "A customer under a sanction makes contact"),
    Channel.REVIEWS: Room("CREVIEWS", "reviews", "Sanctions that are due for review"),
}


def _member(
    name: str, grade: str, team: str, manager: str | None = None, *roles: Role
) -> StaffMember:
    seat = next(seat for seat in SEATS if seat.name == name)
    return StaffMember(
        id=StaffId(name.split()[0].lower()),
        name=name,
        grade=grade,
        team=team,
        email=seat.email,
        line_manager=StaffId(manager) if manager else None,
        roles=frozenset(roles),
        accounts=frozenset({Account("slack", TEAM, seat.user)}),
    )


STAFF: Final = (
    _member("Cleo Chief", "chief-officer", "Board", None, Role.CHIEF_OPERATING_OFFICER),
    _member("Devi Director", "director", "Operations", "cleo", Role.DIRECTOR),
    _member("Otis Oncall", "director", "Estates", "cleo", Role.DIRECTOR),
    _member("Dara Deputy", "deputy-director", "Operations", "devi"),
    _member("Morgan Manager", "manager", "Wetlands", "dara"),
    _member("Noor Neighbour", "manager", "Woodlands", "dara"),
    _member("Sam Senior", "senior-adviser", "Wetlands", "morgan"),
    _member("Asha Adviser", "adviser", "Wetlands", "morgan"),
    _member("Frankie Focus", "senior-adviser", "Customer Focus", "devi", Role.CUSTOMER_FOCUS),
    _member("Lee Legal", "manager", "Legal", "cleo", Role.LEGAL),
)
