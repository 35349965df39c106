"""Events outside a case: who our customers and colleagues are, and who looked at what."""

from core.case.register.events import (
    ApartTakenBack,
    ChannelUnwatched,
    ChannelWatched,
    CustomerChanged,
    CustomerRegistered,
    CustomersMerged,
    CustomersUnmerged,
    LogEntryViewed,
    RegisterEvent,
    StaffRecorded,
    ToldApart,
)

__all__ = [
    "ApartTakenBack",
    "ChannelUnwatched",
    "ChannelWatched",
    "CustomerChanged",
    "CustomerRegistered",
    "CustomersMerged",
    "CustomersUnmerged",
    "LogEntryViewed",
    "RegisterEvent",
    "StaffRecorded",
    "ToldApart",
]
