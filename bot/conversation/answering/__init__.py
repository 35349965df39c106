"""What commands and buttons do that only choose a form or a page, or need neither."""
