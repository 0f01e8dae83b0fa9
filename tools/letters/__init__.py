"""Letters: notices that wait in an outbox, and the mail that delivers them."""
