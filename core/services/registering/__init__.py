"""The registers of colleagues and of customers."""
