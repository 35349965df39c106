"""Who may read what, and which powers a responsibility brings."""

from collections.abc import Iterator

from core.policy.model import Access, LogAccess, LogLevel, Power, Powers
from core.policy.reading.common import chosen
from core.policy.table import Table
from core.vocabulary.people import SENIOR_ROLES, Role


def access(table: Table) -> Access:
    rule = Access(
        timeline_roles=chosen("timeline_roles", table, Role, "a role"),
        source=table.text("source"),
        assumption=table.flag("assumption"),
    )
    table.close()
    return rule


def log(table: Table) -> LogAccess:
    roles = table.table("roles")
    rule = LogAccess(
        everyone=_level("everyone", table),
        roles={role: _level(role, roles) for role in _roles(roles)},
        source=table.text("source"),
        assumption=table.flag("assumption"),
    )
    roles.close()
    table.close()
    return rule


def powers(table: Table) -> Powers:
    roles = table.table("roles")
    rule = Powers(
        of={role: chosen(role, roles, Power, "a power") for role in _roles(roles)},
        source=table.text("source"),
        assumption=table.flag("assumption"),
    )
    for role, held in rule.of.items():
        if Power.OVERSEE in held and role not in SENIOR_ROLES:
            roles.wrong(role, f'"{Power.OVERSEE}" is only for {", ".join(SENIOR_ROLES)}.')
    roles.close()
    table.close()
    return rule


def _roles(table: Table) -> Iterator[Role]:
    """The roles that the table names; ``close`` tells of any other key."""
    return (role for role in Role if table.has(role))


def _level(key: str, table: Table) -> LogLevel:
    word = table.text(key)
    known = [level.value for level in LogLevel]
    if word in known:
        return LogLevel(word)
    if word:
        table.wrong(key, f'"{word}" is not a level. Use one of: {", ".join(known)}.')
    return LogLevel.GUIDANCE
