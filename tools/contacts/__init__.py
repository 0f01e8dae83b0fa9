"""Contacts: a chat, a call or a visit, what was said in it and its numbered events."""
