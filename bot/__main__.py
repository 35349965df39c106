"""The command ``ucb``, also ``python -m bot``."""

import argparse
import asyncio
import os
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence

from adapters.intake.files import FileFault
from adapters.slack import SlackRefused
from adapters.storage import StorageFault
from adapters.teams import TeamsRefused
from bot.app.teams_playground import ClientEnded, seats
from bot.app.web import PortTaken
from bot.cli import contacts_options, manifest, outbox, policy, server, staff, timeline
from bot.cli.trouble import Trouble
from bot.environment import SettingsFault
from bot.logs import fault_line
from core.policy.load import PolicyFault

Command = Callable[[argparse.Namespace, Mapping[str, str]], int | Awaitable[int]]


def main(arguments: Sequence[str] | None = None, environ: Mapping[str, str] = os.environ) -> int:
    """Runs one command; returns its exit status. Every fault ends as a sentence, not a trace."""
    options = parser().parse_args(arguments)
    command: Command = options.command
    try:
        result = command(options, environ)
        return result if isinstance(result, int) else asyncio.run(_awaited(result))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 0
    except Exception as fault:
        for line in explained(fault):
            print(line, file=sys.stderr)  # noqa: T201
        return 1


async def _awaited(result: Awaitable[int]) -> int:
    return await result


def explained(fault: Exception) -> list[str]:
    """What to tell the person at the terminal."""
    match fault:
        case SettingsFault():
            return ["These settings cannot be used:", *(f"- {p}" for p in fault.problems)]
        case PolicyFault():
            lines = [f"- line {p.line}: {p.message}" for p in fault.problems]
            return ["The policy file (UCB_POLICY_FILE) cannot be used:", *lines]
        case PortTaken():
            other = fault.port + 1
            return [f"Port {fault.port} cannot be used. Choose another, for example PORT={other}."]
        case StorageFault() | SlackRefused() | TeamsRefused() | ClientEnded():
            return [str(fault)]
        case Trouble() | FileFault():
            return [str(fault)]
        case _:
            return [f"Something went wrong that we did not foresee: {fault_line(fault)}"]


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="ucb", description="A chatbot that runs an unacceptable customer behaviour policy."
    )
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def add(
        into: "argparse._SubParsersAction[argparse.ArgumentParser]",
        name: str,
        help_: str,
        command: Command,
    ) -> argparse.ArgumentParser:
        added = into.add_parser(name, help=help_, description=help_)
        added.set_defaults(command=command)
        return added

    def family(name: str, help_: str) -> "argparse._SubParsersAction[argparse.ArgumentParser]":
        return commands.add_parser(name, help=help_, description=help_).add_subparsers(
            metavar="COMMAND", required=True
        )

    add(commands, "run", "run the bot (settings: environment variables)", server.run)
    add(commands, "playground", "a chat workspace in the browser to try it in", server.playground)
    teams = add(
        commands,
        "teams-playground",
        "the bot beside Microsoft's local Teams client",
        server.teams_playground,
    )
    teams.add_argument("--client", required=True, metavar="FILE", help="the client's program")
    teams.add_argument("--client-port", type=int, default=56150, help="where it serves its page")
    teams.add_argument("--seat", choices=seats(), default="asha", help="who sits at it")
    health = add(commands, "health", "does the bot on this machine answer?", server.health)
    health.add_argument("--ready", action="store_true", help="ask for the database too")
    add(commands, "key", "make a master key", server.key)
    add(commands, "verify-timeline", "check the whole chain of entries", timeline.verify)
    rules = family("policy", "the policy file")
    add(rules, "show", "print the policy, assumptions marked", policy.show)
    check = add(rules, "check", "check a policy file, with every fault and its line", policy.check)
    check.add_argument("file", metavar="FILE")
    people = family("staff", "the staff directory")
    import_ = add(people, "import", "record the colleagues of a CSV file", staff.import_)
    import_.add_argument("file", metavar="FILE.csv")
    add(people, "list", "print the directory", staff.list_)
    contacts_options.add(family("contacts", "contacts of which other machines tell us"))
    posted = commands.add_parser("outbox", help="messages that wait for a person's help")
    posted.set_defaults(command=outbox.list_)
    retry = add(
        posted.add_subparsers(metavar="COMMAND"),
        "retry",
        "try a parked message again",
        outbox.retry,
    )
    retry.add_argument("key", metavar="KEY")
    manifests = family("manifest", "what a chat platform must be told about the bot")
    slack = add(manifests, "slack", "print the Slack app manifest", manifest.slack)
    slack.add_argument(
        "--url", help="where Slack reaches the bot, https://...; leave it out for Socket Mode"
    )
    teams = add(manifests, "teams", "build the Teams app package", manifest.teams)
    teams.add_argument("--out", metavar="FILE", help="the .zip to write; else print the manifest")
    teams.add_argument("--app-id", help="the bot's Microsoft App ID (else: TEAMS_APP_ID)")
    teams.add_argument("--version", default="1.0.0", help="count it up with every upload")
    teams.add_argument("--organisation", default="Natural England", help="who provides the bot")
    teams.add_argument(
        "--website",
        default="https://www.gov.uk/government/organisations/natural-england",
        help="the organisation's website, with its privacy notice",
    )
    return top


if __name__ == "__main__":
    sys.exit(main())
