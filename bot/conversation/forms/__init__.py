"""One file for each form: its fields, and what its submission does."""
