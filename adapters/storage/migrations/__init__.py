"""How a database comes to the newest schema."""
