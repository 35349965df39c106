"""What keeps others from reading what is kept, and from changing it unseen: keys, and the chain."""
