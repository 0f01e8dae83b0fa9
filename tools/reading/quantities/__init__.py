"""Quantities as people write them in chats: money, years and months, and days told in part."""
