"""What the adapter must be told about the workspace it serves."""

from dataclasses import dataclass, field

from adapters.slack.names import COMMAND


@dataclass(frozen=True, slots=True)
class SlackSettings:
    """``team``: the one workspace that is served. ``app_token``: turns Socket Mode on."""

    signing_secret: str = field(repr=False)
    bot_token: str = field(repr=False)
    team: str
    app_token: str | None = field(default=None, repr=False)
    command: str = COMMAND
    api_url: str = "https://slack.com/api/"
