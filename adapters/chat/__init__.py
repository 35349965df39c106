"""What every chat room needs, whatever its platform. It knows none of them."""
