"""By which particulars a customer is known, and whether they are an agent or a site owner."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.conversation.forms.parts import fields, lines
from bot.conversation.forms.parts.newcomer import NAME_LIMIT
from bot.conversation.forms.parts.reading import Reading
from bot.conversation.office import Office
from bot.conversation.pages.how_known import how_known_blocks
from bot.conversation.pages.said_of_records import said_blocks, said_of
from bot.conversation.visit import Visit
from bot.views.answer import Answer
from bot.views.card import Block, Card, Facts, Note, Paragraph, Tone
from bot.views.form import Form, ManyField, Option, TextField, Values
from core.vocabulary.customer import Customer, CustomerKind
from core.vocabulary.ids import CustomerId
from core.vocabulary.refusal import refuse

NAME: Final = "customer"
LINES_LIMIT: Final = 3000
_FORMER: Final = "Also former ones."
PLACE_LIMIT: Final = 300
_HOW: Final = "How we know them"

_KINDS: Final = (
    Option(CustomerKind.AGENT, "Agent or contractor", "Acts for clients"),
    Option(CustomerKind.SITE_OWNER, "Site owner", "Owns or occupies land that we must deal with"),
)


async def form(visit: Visit, customer: CustomerId) -> Form:
    known = await visit.office.desk.customers.get(customer)
    if known is None:
        raise refuse("unknown-customer", "We do not know this customer any more.")
    clients = tuple([(await visit.office.customer(c)).reference for c in known.clients])
    return Form(
        id=NAME,
        title="Customer's particulars",
        submit="Keep",
        state=known.id,
        intro=(
            Facts((("Reference", known.reference),)),
            *await how_known_blocks(visit, known.id),
            *await _said(visit, known),
        ),
        fields=(
            _short("name", "Full name", known.name, limit=NAME_LIMIT, required=True),
            _others("other_names", "Other names", known.other_names, _FORMER),
            _others("emails", "Mail addresses", known.emails),
            _others("phones", "Telephone numbers", known.phones),
            _short("organisation", "Organisation or business", known.organisation),
            _others("other_organisations", "Other organisations", known.other_organisations),
            fields.words(
                "address",
                "Address",
                limit=PLACE_LIMIT,
                value=known.address[:PLACE_LIMIT],
                required=False,
            ),
            _others(
                "other_addresses", "Other addresses", _in_one_line(known.other_addresses), _FORMER
            ),
            ManyField(
                name="kinds",
                label="Is the customer one of these?",
                hint="The policy has rules of its own for them.",
                options=_KINDS,
                value=tuple(sorted(known.kinds)),
                required=False,
            ),
            _short(
                "employer", "Agents: employer", known.employer, "Empty when they are self-employed."
            ),
            _short("professional_body", "Agents: professional body", known.professional_body),
            lines.field(
                "clients",
                "Agents: clients we know",
                limit=LINES_LIMIT,
                hint="Their references, like CUS-7K3F9Q, one on each line.",
                value=clients,
            ),
        ),
    )


async def submitted(visit: Visit, state: str, values: Values) -> Answer:
    office, reading = visit.office, Reading(values)
    known = await office.desk.customers.get(CustomerId(state))
    if known is None:
        raise refuse("unknown-customer", "We do not know this customer any more.")
    changed = replace(
        known,
        name=reading.text("name", "Enter the name.", limit=NAME_LIMIT),
        emails=lines.read(reading, "emails", limit=LINES_LIMIT),
        phones=lines.read(reading, "phones", limit=LINES_LIMIT),
        kinds=_kinds(values),
        organisation=reading.text("organisation", limit=PLACE_LIMIT),
        address=reading.text("address", limit=PLACE_LIMIT),
        other_names=lines.read(reading, "other_names", limit=LINES_LIMIT),
        other_addresses=lines.read(reading, "other_addresses", limit=LINES_LIMIT),
        other_organisations=lines.read(reading, "other_organisations", limit=LINES_LIMIT),
        employer=reading.text("employer", limit=PLACE_LIMIT),
        professional_body=reading.text("professional_body", limit=PLACE_LIMIT),
        clients=await _clients(office, reading),
    )
    reading.check()
    await office.customer_register.change(visit.me.id, changed, visit.delivery)
    return Card(
        title="The particulars are kept",
        summary=f"The particulars of {known.reference} are kept.",
        blocks=(*_what_follows(changed), Paragraph("Colleagues find the customer by them now.")),
        tone=Tone.GOOD,
    )


async def _said(visit: Visit, known: Customer) -> tuple[Block, ...]:
    """What can be taken back has its button on a page of its own: a form stays as it is typed."""
    said = await said_of(visit.office, [known.id])
    told = await said_blocks(visit.office, said)
    how = f"To take back that somebody is another person: “check {known.reference}”, then “{_HOW}”."
    return (*told, Note(how)) if any(each.counts for _, each in said) else told


def _others(name: str, label: str, value: tuple[str, ...], hint: str = "") -> TextField:
    hint = f"{hint} One on each line.".strip()
    return lines.field(name, label, limit=LINES_LIMIT, hint=hint, value=value)


def _in_one_line(places: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(", ".join(place.splitlines()) for place in places)


def _short(
    name: str,
    label: str,
    value: str,
    hint: str = "",
    *,
    limit: int = PLACE_LIMIT,
    required: bool = False,
) -> TextField:
    return TextField(
        name=name,
        label=label,
        hint=hint,
        value=value[:limit],
        max_length=limit,
        required=required,
    )


def _kinds(values: Values) -> frozenset[CustomerKind]:
    """None may be chosen, too."""
    chosen = values.get("kinds")
    return frozenset(kind for kind in CustomerKind if isinstance(chosen, tuple) and kind in chosen)


async def _clients(office: Office, reading: Reading) -> tuple[CustomerId, ...]:
    found: list[CustomerId] = []
    for reference in lines.read(reading, "clients", limit=LINES_LIMIT):
        hits = [hit for hit in await office.desk.customers.search(reference, 2) if hit.exact]
        if len(hits) != 1:
            words = f"We know no single customer by “{reference[:40]}”. Use their reference."
            reading.problem("clients", words)
            continue
        found.append(hits[0].customer.id)
    return tuple(dict.fromkeys(found))


def _what_follows(customer: Customer) -> Sequence[Paragraph]:
    """What the policy asks for, because of who they are."""
    told = []
    if customer.is_agent:
        told.append(
            "Agent or contractor: we can disengage on particular topics only, and only after "
            "their client was told."
        )
    if customer.is_site_owner:
        told.append("Site owner: we can disengage on particular topics only. Ask Legal first.")
    return [Paragraph(words) for words in told]
