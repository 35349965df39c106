"""What stops a command, said to the person at the terminal."""


class Trouble(Exception):
    """The message is shown as it is, and the command ends with status 1."""
