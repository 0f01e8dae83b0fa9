"""Citizens by pseudonym: what each contact with them was about, in this service and in others."""
