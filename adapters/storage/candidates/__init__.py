"""Candidates of screening: who shares keys with somebody, among all or among those bound."""
