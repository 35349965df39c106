"""How the databases are reached: connections, drivers, and writing that is brought to its end."""
