"""The wiring: the one place where the policy, the conversation and the adapters meet."""
