"""What several forms are made of: fields asked alike, and how they are read."""
