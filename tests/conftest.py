"""Fixtures that every test may ask for."""

from hypothesis import settings

pytest_plugins = ["tests.support.databases"]

settings.register_profile("thorough", max_examples=2000, stateful_step_count=100, deadline=None)
