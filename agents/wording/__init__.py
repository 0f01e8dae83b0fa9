"""Better words for approved text, by a chat model where there is one, behind a guard that lets no new claim through."""
