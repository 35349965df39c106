"""Is it this customer? Candidates by keys, then scores with their reasons in words."""

from adapters.screening.keys import ScreeningKeys
from adapters.screening.normal_form import in_normal_form
from adapters.screening.screener import Screener

__all__ = ["Screener", "ScreeningKeys", "in_normal_form"]
