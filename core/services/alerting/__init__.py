"""From a contact that may be of a sanctioned customer to an alert that colleagues settle."""
