"""A card and a form with one of everything, and texts that mean harm."""

from datetime import UTC, date, datetime, time

from bot.views.card import (
    Bullets,
    Button,
    Card,
    Confirm,
    Divider,
    Facts,
    Heading,
    Item,
    Note,
    Paragraph,
    Quote,
    Style,
    Tone,
)
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

NASTY = "**bold** [link](https://evil.example) {{DATE(2020-01-01T00:00:00Z)}} <at>all</at> ${x} # h"
APPROVE = Button(
    "approve", "Approve", "case-1/4", Style.PRIMARY, Confirm("Sure?", "It is recorded.", "Approve")
)
REJECT = Button("reject", "Reject", "case-1/4", Style.DANGER)

CARD = Card(
    title="Please decide",
    summary="UCB-1 waits for a decision",
    blocks=(
        Paragraph("First line\nSecond line\n\nAfter a gap"),
        Heading("What happened"),
        Quote(NASTY),
        Facts((("Customer", "Casey Customer"), ("Note", "one\ntwo"), ("Empty", ""))),
        Divider(),
        Bullets(("one", "two")),
        Item("An entry", "with words", (Button("show", "Show", "7"),)),
        Note("Policy: Annex B"),
    ),
    buttons=(APPROVE, REJECT),
    tone=Tone.CAUTION,
)

FORM = Form(
    id="report",
    title="Report an incident",
    submit="Report",
    state="case-1",
    intro=(Paragraph("If somebody is in danger now, call 999 first."),),
    fields=(
        SuggestField(name="customer", label="Customer", source=Source.CUSTOMERS_OR_NEW),
        ChoiceField(
            name="means",
            label="How?",
            options=(Option("phone", "Telephone"), Option("a,b", "Odd, with a comma")),
            value="phone",
        ),
        ManyField(
            name="behaviours",
            label="Which?",
            options=(Option("abusive", "Abusive", "Unwanted *and* offensive"), Option("x,y", "XY")),
            value=("x,y",),
        ),
        MomentField(
            name="at", label="When?", value=datetime(2025, 7, 1, 9, 30, tzinfo=UTC), hint="About"
        ),
        DateField(name="review", label="Review", value=date(2025, 9, 1), required=False),
        TimeField(name="from", label="From", value=time(9, 0), required=False),
        TextField(name="topic", label="Topic", max_length=150, placeholder="Briefly"),
        TextField(name="narrative", label="What happened?", multiline=True, value="Dear\nSir"),
        SuggestField(
            name="corresponding",
            label="Who?",
            source=Source.STAFF,
            value=Option("asha", "Asha Adviser", "Wetlands"),
        ),
    ),
)
