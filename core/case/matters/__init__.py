"""What must be so for a matter to be put to a second person, and again when it is approved."""

from core.case.matters import (
    disengagement_reviews,
    disengagements,
    extensions,
    reviews,
    sanctions,
    warnings,
)
from core.case.proposals import (
    DisengagementMatter,
    DisengagementReviewMatter,
    ExtensionMatter,
    Matter,
    ReviewMatter,
    SanctionsMatter,
    WarningMatter,
)
from core.case.scene import Scene
from core.case.state import Case


def check_matter(scene: Scene, case: Case, matter: Matter) -> None:
    """Raises ``Refused`` where the policy does not allow it as things stand now."""
    match matter:
        case WarningMatter():
            warnings.check(case, matter)
        case SanctionsMatter():
            sanctions.check(scene, case, matter)
        case ReviewMatter():
            reviews.check(scene, case, matter)
        case DisengagementMatter():
            disengagements.check(scene, case, matter)
        case DisengagementReviewMatter():
            disengagement_reviews.check(scene, case, matter)
        case ExtensionMatter():
            extensions.check(scene, case, matter)
