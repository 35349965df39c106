"""A form with every kind of field, and how Slack sends it filled in."""

from typing import Any

from bot.views.card import Card, Paragraph
from bot.views.form import (
    ChoiceField,
    DateField,
    Form,
    ManyField,
    MomentField,
    Option,
    Source,
    SuggestField,
    TextField,
    TimeField,
)
from tests.adapters.slack.workspace import filled

CARD = Card("Recorded", "Recorded", (Paragraph("Case UCB-1."),))
OPTIONS = (Option("a", "Option A"), Option("b", "Option B & more"))
FORM = Form(
    "report",
    "Report",
    "Send",
    (
        TextField(name="topic", label="Topic"),
        TextField(name="narrative", label="What happened", multiline=True),
        ChoiceField(name="means", label="Means", options=OPTIONS),
        ManyField(name="behaviours", label="Behaviours", options=OPTIONS),
        MomentField(name="when", label="When"),
        DateField(name="day", label="Day"),
        TimeField(name="hour", label="Hour"),
        SuggestField(name="customer", label="Customer", source=Source.CUSTOMERS_OR_NEW),
    ),
    state="case-1",
)
CHOSEN = {
    "text": {"type": "plain_text", "text": "Option B &amp; more", "emoji": False},
    "value": "b",
}
ENTRIES: dict[str, dict[str, Any]] = {
    "topic": {"value": "Permits\x00"},
    "narrative": {"value": "<!channel> & \U0001f642 \u202e"},
    "means": {"selected_option": CHOSEN},
    "behaviours": {"selected_options": [CHOSEN]},
    "when": {"selected_date_time": 1777624200},
    "day": {"selected_date": "2026-05-01"},
    "hour": {"selected_time": "09:05"},
    "customer": {"selected_option": {**CHOSEN, "value": "new:Casey"}},
}
VIEW = filled(FORM, ENTRIES)
EMPTY = filled(
    FORM,
    {"topic": {"value": None}, "means": {"selected_option": None}, "day": {"selected_date": None}},
)
