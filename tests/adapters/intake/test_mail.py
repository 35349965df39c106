"""Of a mail only who sent it is known, whatever else it is or pretends to be."""

from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.intake.faults import Faulty
from adapters.intake.mail import LARGEST_HEADER, LONGEST, MOST_FIELDS, Mail, read_mail
from core.vocabulary.sought import Sought

CASEY = Sought(names=("Casey Customer",), emails=("casey@customer.example",))


def who(header: str | bytes, body: bytes = b"Hello") -> tuple[Sought, ...]:
    raw = header.encode() if isinstance(header, str) else header
    return read_mail(raw + b"\r\n\r\n" + body).who


def refused(header: str | bytes) -> str:
    with pytest.raises(Faulty) as caught:
        who(header)
    return caught.value.faults[0].pointer


def test_the_sender_and_to_whom_to_reply_are_each_on_their_own() -> None:
    found = who(
        "From: Casey Customer <casey@customer.example>\r\n"
        "Reply-To: office@agents.example, Robin Roe <robin@example.org>\r\n"
        "To: us@body.example\r\nSubject: about Ada Other <ada@example.org>"
    )
    assert found == (
        CASEY,
        Sought(emails=("office@agents.example",)),
        Sought(names=("Robin Roe",), emails=("robin@example.org",)),
    )


@pytest.mark.parametrize(
    "header",
    [
        "From: =?utf-8?q?Casey_Customer?= <casey@customer.example>",
        "From: =?utf-8?b?Q2FzZXkgQ3VzdG9tZXI=?=\r\n <casey@customer.example>",
        'FROM: "Casey Customer" <casey@customer.example>',
        "from:Casey Customer<casey@customer.example>",
        "From: Casey Customer (at home) <casey@customer.example>",
        "From: Team: Casey Customer <casey@customer.example>;",
        "From: 'Casey Customer' <casey@customer.example>\nFrom: nobody",
        "\ufeffFrom: Casey Customer <casey@customer.example>",
        "\r\nFrom: Casey Customer <casey@customer.example>",
        "From: Casey Customer <casey@customer.example>\nReply-To: Casey Customer "
        "<casey@customer.example>",
    ],
)
def test_a_sender_is_read_however_it_is_written(header: str) -> None:
    assert who(header) == (CASEY,)


def test_bytes_that_are_no_character_are_marked_and_the_rest_is_read() -> None:
    (found,) = who(b"From: Caf\xe9 <casey@customer.example>")
    assert found == Sought(names=("Caf\ufffd",), emails=("casey@customer.example",))
    (found,) = who("From: Café <casey@customer.example>")
    assert found.names == ("Café",)


def test_an_address_that_stands_for_a_name_is_no_name() -> None:
    (found,) = who('From: "robin@example.org" <casey@customer.example>')
    assert found == Sought(emails=("casey@customer.example", "robin@example.org"))


def test_several_senders_are_several_people_up_to_a_limit() -> None:
    both = "From: Casey Customer <casey@customer.example>\r\nFrom: robin@example.org"
    assert who(both) == (CASEY, Sought(emails=("robin@example.org",)))
    many = ", ".join(f"a{n}@b.example" for n in range(100))
    assert len(who(f"From: {many}")) == 20


@pytest.mark.parametrize("header", ["Subject: none", "From: ", "From: undisclosed", "", "{}"])
def test_a_mail_of_nobody_is_refused(header: str) -> None:
    assert refused(header) == "#/from"


def test_what_is_not_the_header_is_never_looked_at() -> None:
    """So neither what is packed in it nor how deep it is nested matters."""
    nested = b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n)
        for n in range(5000)
    )
    packed = b"Content-Transfer-Encoding: base64\r\n\r\n" + b"UEsDBA==" * 100_000
    header = 'From: casey@customer.example\r\nContent-Type: multipart/mixed; boundary="0"'
    for body in (nested, packed, b"\r\n\r\nFrom: robin@example.org\r\n\r\n"):
        assert who(header, body) == (Sought(emails=("casey@customer.example",)),)


def test_headers_have_a_limit_in_size_in_number_and_in_senders() -> None:
    sender = "From: casey@customer.example\r\n"
    assert refused(sender + "X: " + "x" * LARGEST_HEADER) == "#"
    assert refused(sender + "X: x\r\n" * (MOST_FIELDS + 1)) == "#"
    assert refused("From: casey@customer.example" + " (x)" * LONGEST) == "#/from"
    assert refused(("From: " + "<" * 1000 + "\r\n") * 100) == "#/from"


@given(st.binary(max_size=500))
@settings(max_examples=300, derandomize=True, deadline=None)
def test_whatever_comes_is_read_or_refused(raw: bytes) -> None:
    for prefix in (b"", b"From: ", b"From: a@b.example, "):
        try:
            found = read_mail(prefix + raw)
        except Faulty:
            continue
        assert_can_be_kept(found)


@given(st.text(max_size=200))
@settings(max_examples=300, derandomize=True, deadline=None)
def test_whatever_name_stands_there_is_kept_or_left_out(name: str) -> None:
    raw = f"From: {name} <casey@customer.example>\r\n\r\n".encode("utf-8", "surrogatepass")
    try:
        assert_can_be_kept(read_mail(raw))
    except Faulty:
        assert "\r" in name or "\n" in name, "only a line that ends too soon hides the address"


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=60)
)
@settings(max_examples=200, derandomize=True, deadline=None)
def test_a_name_comes_back_as_a_mail_program_wrote_it(name: str) -> None:
    message = EmailMessage(policy=policy.SMTP)
    message["From"] = Address(name, "casey", "customer.example")
    (found,) = read_mail(message.as_bytes()).who
    if "@" not in name:
        # Where it took two lines, the standard library leaves the blank between them in.
        assert "".join(found.names).replace(" ", "") == name.strip(" '\"")
    assert "casey@customer.example" in found.emails


def assert_can_be_kept(mail: Mail) -> None:
    assert 0 < len(mail.who) <= 20
    for found in mail.who:
        assert found.emails
        for said in (*found.names, *found.emails):
            said.encode()
            assert not any(category(sign) in ("Cc", "Cs") for sign in said)
            assert 0 < len(said) <= 254
