# The summary of a conversation, for the agent.

recap-nothing = No se ha dicho nada.
recap-reason-unclear = No queda claro qué necesita.
recap-reason-asks = Consulta sobre { $needs }.
recap-reason-wants = Pide un trámite sobre { $needs }.
recap-tells = Dice: «{ $words }».
recap-corrects = Rectifica: «{ $words }».
recap-reads = Consta en su expediente: «{ $words }».
recap-answered = Se le ha informado: «{ $words }».
recap-done = Hecho: «{ $words }».
recap-pending-citizen = Pendiente de la persona: «{ $words }».
recap-pending-agent = Queda sin responder: «{ $words }».
recap-commitment = Compromiso: «{ $words }».
recap-commitment-by = Compromiso: «{ $words }». Fecha: { $day }.
recap-commitment-citizen = Compromiso de la persona: «{ $words }».
recap-commitment-citizen-by = Compromiso de la persona: «{ $words }». Fecha: { $day }.
recap-answering = Responde a: «{ $words }».
