"""What can be wrong with what is kept."""


class StorageFault(Exception):
    """The database cannot be used as it is. The message says why, without personal data."""


class KeyFault(StorageFault):
    """The master key is malformed, or not the one this database was written with."""


class Unreadable(StorageFault):
    """Kept bytes do not decrypt: they were changed, moved, or written with another key."""


class Erased(StorageFault):
    """The data key of this person was destroyed, so nothing about them can be read any more."""


class UnknownKind(StorageFault):
    """An entry's kind is not known to this version of the program."""
