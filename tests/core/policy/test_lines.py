"""Where in a TOML text a table or key stands."""

import pytest

from core.policy.lines import Lines, Path

TEXT = """\
# a comment
[body]
name = "A body"

[[grade]]
code = "one"
[[grade]]
code = "two"
label = "Two"

[[sanction]]
sign_off = { minimum_grade = "one" }
[sanction.notes]
text = "of the first"
[[sanction]]
sign_off.minimum_grade = "two"

[review]
"days" = 3
[review.sign_off]
line_manager = true
[[review.reminder]]
days = 1
[[review.reminder]]
days = 2
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("body",), 2),
        (("body", "name"), 3),
        (("grade",), 5),
        (("grade", 0), 5),
        (("review", "reminder"), 22),
        (("grade", 1, "code"), 8),
        (("sanction", 0, "sign_off", "minimum_grade"), 12),
        (("sanction", 0, "notes", "text"), 14),
        (("sanction", 1, "sign_off", "minimum_grade"), 16),
        (("review", "days"), 19),
        (("review", "sign_off", "line_manager"), 21),
        (("review", "reminder", 1, "days"), 25),
        (("review", "missing"), 18),
        (("nowhere", "at", "all"), 1),
    ],
)
def test_every_value_is_found_on_its_line_or_on_that_of_what_holds_it(
    path: Path, line: int
) -> None:
    assert Lines(TEXT).line(path) == line
