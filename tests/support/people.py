"""A small, evidently made-up organisation.

Asha and Sena report to Morgan, Morgan to Devi, Devi to Dana, Dana to Cleo. Noor manages
another team under Devi; Fran of the Customer Focus team reports to Noor.
"""

from core.vocabulary.ids import StaffId
from core.vocabulary.people import Account, Role, StaffMember

WORKSPACE = "T0UCB"


def member(
    name: str, grade: str, team: str, manager: StaffMember | None, *roles: Role, active: bool = True
) -> StaffMember:
    """Id, mail address and Slack account follow from the first name: ``asha``, ``UASHA``."""
    first = name.split()[0].lower()
    return StaffMember(
        id=StaffId(first),
        name=name,
        grade=grade,
        team=team,
        email=f"{first}@ucb.example",
        line_manager=manager.id if manager else None,
        roles=frozenset(roles),
        accounts=frozenset({Account("slack", WORKSPACE, f"U{first.upper()}")}),
        active=active,
    )


CLEO = member("Cleo Chief", "chief-officer", "Board", None, Role.CHIEF_OPERATING_OFFICER)
DANA = member("Dana Director", "director", "Operations", CLEO, Role.DIRECTOR)
DEVI = member("Devi Deputy", "deputy-director", "Operations", DANA)
MORGAN = member("Morgan Manager", "manager", "Wetlands", DEVI)
SENA = member("Sena Senior", "senior-adviser", "Wetlands", MORGAN)
ASHA = member("Asha Adviser", "adviser", "Wetlands", MORGAN)
NOOR = member("Noor Neighbour", "manager", "Woodlands", DEVI)
FRAN = member("Fran Focus", "senior-adviser", "Customer Focus", NOOR, Role.CUSTOMER_FOCUS)
LEE = member("Lee Legal", "manager", "Legal", DANA, Role.LEGAL)
OLU = member("Olu Officer", "officer", "Woodlands", NOOR)
ARI = member("Ari Administrator", "officer", "Systems", DANA, Role.ADMINISTRATOR)
IRA = member("Ira Inactive", "adviser", "Wetlands", MORGAN, active=False)

ORGANISATION = (CLEO, DANA, DEVI, MORGAN, SENA, ASHA, NOOR, FRAN, LEE, OLU, ARI, IRA)
