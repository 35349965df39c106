"""What things are found by: names and identifiers in one form, and keyed hashes of them."""
