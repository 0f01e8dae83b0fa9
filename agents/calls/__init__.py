"""While a call goes on: its need is read as words come, and told to the agent."""
