"""The words of the policy: people, customers, refusals and the calendar they live by."""
