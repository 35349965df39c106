"""The sections of the policy that decisions name when they say no."""

from typing import Final

SCOPE: Final = "Scope"
PROCESS: Final = "Our position and process"
STAGE_1: Final = f"{PROCESS}, stage 1"
STAGES_1_AND_2: Final = f"{PROCESS}, stages 1 and 2"
STAGE_2: Final = f"{PROCESS}, stage 2"
STAGE_3: Final = f"{PROCESS}, stage 3"
STAGE_4: Final = f"{PROCESS}, stage 4"
RESPONSIBILITIES: Final = "Responsibilities"
EXTREME: Final = "Extreme behaviour"
APPEALS: Final = "Appeals"
ANNEX_A: Final = "Annex A"
ANNEX_B: Final = "Annex B"
