# The summary of a conversation, for the agent.

recap-nothing = Nothing was said.
recap-reason-unclear = It is not clear what the person needs.
recap-reason-asks = Asks about { $needs }.
recap-reason-wants = Wants something done about { $needs }.
recap-tells = Says: “{ $words }”.
recap-corrects = Corrects: “{ $words }”.
recap-reads = Their file says: “{ $words }”.
recap-answered = Was told: “{ $words }”.
recap-done = Done: “{ $words }”.
recap-pending-citizen = For the person to do: “{ $words }”.
recap-pending-agent = Not answered yet: “{ $words }”.
recap-commitment = Commitment: “{ $words }”.
recap-commitment-by = Commitment: “{ $words }”. Date: { $day }.
recap-commitment-citizen = Commitment by the citizen: “{ $words }”.
recap-commitment-citizen-by = Commitment by the citizen: “{ $words }”. Date: { $day }.
recap-answering = In answer to: “{ $words }”.
