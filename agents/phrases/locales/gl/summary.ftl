# The summary of a conversation, for the agent.

recap-nothing = Non se dixo nada.
recap-reason-unclear = Non queda claro que precisa.
recap-reason-asks = Consulta sobre { $needs }.
recap-reason-wants = Pide un trámite sobre { $needs }.
recap-tells = Di: «{ $words }».
recap-corrects = Rectifica: «{ $words }».
recap-reads = Consta no seu expediente: «{ $words }».
recap-answered = Díxoselle: «{ $words }».
recap-done = Feito: «{ $words }».
recap-pending-citizen = Pendente da persoa: «{ $words }».
recap-pending-agent = Queda sen responder: «{ $words }».
recap-commitment = Compromiso: «{ $words }».
recap-commitment-by = Compromiso: «{ $words }». Data: { $day }.
recap-commitment-citizen = Compromiso da persoa: «{ $words }».
recap-commitment-citizen-by = Compromiso da persoa: «{ $words }». Data: { $day }.
recap-answering = Responde a: «{ $words }».
