"""Who is it? Customers and cases, found by what was typed, and what binds them."""
