# The bodies, as a citizen is told of them, and as an agent is where that differs (call-…).

body-imserso = l'IMSERSO o la seua comunitat autònoma
body-mutua = la seua mútua col·laboradora amb la Seguretat Social
body-ccaa = la seua comunitat autònoma
body-salud = el servici de salut de la seua comunitat autònoma
body-sepe = el Servici Públic d'Ocupació Estatal (SEPE)
