# Elkarrizketa baten laburpena, arreta ematen duenarentzat.

recap-nothing = Ez da ezer esan.
recap-reason-unclear = Ez dago argi zer behar duen.
recap-reason-asks = Kontsulta: { $needs }.
recap-reason-wants = Izapide bat nahi du: { $needs }.
recap-tells = Dioena: «{ $words }».
recap-corrects = Zuzentzen du: «{ $words }».
recap-reads = Espedientean jasota: «{ $words }».
recap-answered = Jakinarazi zaio: «{ $words }».
recap-done = Eginda: «{ $words }».
recap-pending-citizen = Pertsonak egin behar duena: «{ $words }».
recap-pending-agent = Erantzun gabe: «{ $words }».
recap-commitment = Konpromisoa: «{ $words }».
recap-commitment-by = Konpromisoa: «{ $words }». Eguna: { $day }.
recap-commitment-citizen = Pertsonaren konpromisoa: «{ $words }».
recap-commitment-citizen-by = Pertsonaren konpromisoa: «{ $words }». Eguna: { $day }.
