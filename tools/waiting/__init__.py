"""The waiting list of an office: the types and the port."""
