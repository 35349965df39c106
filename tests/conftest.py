"""Fixtures that every test may ask for."""

from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.support.databases"]

settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""The default: how busy the machine is decides no test."""
settings.load_profile("unhurried")
settings.register_profile("thorough", max_examples=2000, stateful_step_count=100, deadline=None)
