"""How values are written: as JSON, as unambiguous bytes, and as moments that sort as texts."""
