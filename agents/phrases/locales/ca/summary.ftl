# The summary of a conversation, for the agent.

recap-nothing = No s'ha dit res.
recap-reason-unclear = No queda clar què necessita.
recap-reason-asks = Consulta sobre { $needs }.
recap-reason-wants = Demana un tràmit sobre { $needs }.
recap-tells = Diu: «{ $words }».
recap-corrects = Rectifica: «{ $words }».
recap-reads = Consta al seu expedient: «{ $words }».
recap-answered = Se l'ha informat: «{ $words }».
recap-done = Fet: «{ $words }».
recap-pending-citizen = Pendent de la persona: «{ $words }».
recap-pending-agent = Queda sense resposta: «{ $words }».
recap-commitment = Compromís: «{ $words }».
recap-commitment-by = Compromís: «{ $words }». Data: { $day }.
recap-commitment-citizen = Compromís de la persona: «{ $words }».
recap-commitment-citizen-by = Compromís de la persona: «{ $words }». Data: { $day }.
recap-answering = Respon a: «{ $words }».
