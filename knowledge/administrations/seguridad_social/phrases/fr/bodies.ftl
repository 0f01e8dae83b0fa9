# The bodies, as a citizen is told of them, and as an agent is where that differs (call-…).

call-body-imserso = l'IMSERSO ou sa communauté autonome
call-body-mutua = sa mutua (organisme collaborateur de la Sécurité sociale)
call-body-ccaa = sa communauté autonome
call-body-ayuntamiento = sa mairie
call-body-salud = le service de santé de sa communauté autonome
body-inss = l'Institut national de la Sécurité sociale (INSS)
body-tgss = la Trésorerie générale de la Sécurité sociale (TGSS)
body-ism = l'Institut social de la Marine (ISM)
body-sepe = le Service public de l'emploi de l'État (SEPE)
body-imserso = l'IMSERSO ou votre communauté autonome
body-imv-region = le Gouvernement basque (Lanbide) ou le Gouvernement de Navarre
body-ss = la Sécurité sociale elle-même
body-itss = l'Inspection du travail et de la Sécurité sociale
body-mutua = votre mutua (organisme collaborateur de la Sécurité sociale)
body-ccaa = votre communauté autonome
body-aeat = l'administration fiscale espagnole (Agencia Tributaria)
body-ayuntamiento = votre mairie
body-policia = la Police nationale espagnole
body-salud = le service de santé de votre communauté autonome
body-112 = le 112, le numéro d'urgence
