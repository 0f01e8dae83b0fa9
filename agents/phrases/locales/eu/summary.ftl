# The summary of a conversation, for the agent.

recap-nothing = Ez da ezer esan.
recap-reason-unclear = Ez dago argi zer behar duen.
recap-reason-asks = Galdera honi buruzkoa da: { $needs }.
recap-reason-wants = Honi buruzko izapide bat eskatzen du: { $needs }.
recap-tells = Zera dio: «{ $words }».
recap-corrects = Zuzentzen du: «{ $words }».
recap-reads = Haren espedientean ageri da: «{ $words }».
recap-answered = Hau esan zaio: «{ $words }».
recap-done = Eginda: «{ $words }».
recap-pending-citizen = Pertsonak egiteke: «{ $words }».
recap-pending-agent = Erantzun gabe: «{ $words }».
recap-commitment = Konpromisoa: «{ $words }».
recap-commitment-by = Konpromisoa: «{ $words }». Eguna: { $day }.
recap-commitment-citizen = Pertsonaren konpromisoa: «{ $words }».
recap-commitment-citizen-by = Pertsonaren konpromisoa: «{ $words }». Eguna: { $day }.
recap-answering = Honi erantzunez: «{ $words }».
