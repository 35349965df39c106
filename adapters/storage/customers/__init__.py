"""Customers: their particulars, sealed, and finding them by what was typed."""
