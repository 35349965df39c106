"""Translators between the policy and the outside: chat platforms and databases."""
