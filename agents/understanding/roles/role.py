"""The roles of an utterance."""

from typing import Literal

CitizenRole = Literal["asks", "asks_own", "wants", "corrects", "gives", "tells", "none"]
"""Asks what a clerk can answer from rules; what their own file says; wants something done; takes something back; gives
data that was asked for; tells a circumstance; or nothing: a greeting, a yes, thanks, waiting."""
AgentRole = Literal["answers", "reads", "does", "promises", "instructs", "asks", "none"]
"""Tells a rule; reads from the file; says that something is done; promises to do it; says what the citizen has to do;
asks; or nothing."""
Role = CitizenRole | AgentRole
