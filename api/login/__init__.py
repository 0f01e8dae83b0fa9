"""The login of staff by the account of their organisation: OpenID Connect, with any provider."""
