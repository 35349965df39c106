"""What can be done on the server, a module for each family of commands."""
