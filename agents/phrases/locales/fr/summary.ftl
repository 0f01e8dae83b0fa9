# The summary of a conversation, for the agent.

recap-nothing = Rien n'a été dit.
recap-reason-unclear = On ne sait pas bien ce dont la personne a besoin.
recap-reason-asks = Question sur { $needs }.
recap-reason-wants = Demande une démarche concernant { $needs }.
recap-tells = Dit : « { $words } ».
recap-corrects = Rectifie : « { $words } ».
recap-reads = Figure dans son dossier : « { $words } ».
recap-answered = On lui a dit : « { $words } ».
recap-done = Fait : « { $words } ».
recap-pending-citizen = À faire par la personne : « { $words } ».
recap-pending-agent = Reste sans réponse : « { $words } ».
recap-commitment = Engagement : « { $words } ».
recap-commitment-by = Engagement : « { $words } ». Date : { $day }.
recap-commitment-citizen = Engagement de la personne : « { $words } ».
recap-commitment-citizen-by = Engagement de la personne : « { $words } ». Date : { $day }.
recap-answering = En réponse à : « { $words } ».
