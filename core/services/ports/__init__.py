"""What the services need from outside. The adapters provide it."""
