"""Colleagues, as the register's entries leave them."""
