# The bodies, as a citizen is told of them, and as an agent is where that differs (call-…).

call-body-imserso = l'IMSERSO o la comunitat autònoma on viu
call-body-mutua = la mútua de la persona (col·laboradora amb la Seguretat Social)
call-body-ccaa = la comunitat autònoma on viu
call-body-ayuntamiento = l'ajuntament d'on viu
call-body-salud = el servei de salut de la comunitat autònoma on viu
body-inss = l'Institut Nacional de la Seguretat Social
body-tgss = la Tresoreria General de la Seguretat Social
body-ism = l'Institut Social de la Marina
body-sepe = el Servei Públic d'Ocupació Estatal (SEPE)
body-imserso = l'IMSERSO o la seva comunitat autònoma
body-imv-region = el Govern Basc (Lanbide) o el Govern de Navarra
body-ss = la mateixa Seguretat Social
body-itss = la Inspecció de Treball i Seguretat Social
body-mutua = la seva mútua col·laboradora amb la Seguretat Social
body-ccaa = la seva comunitat autònoma
body-aeat = l'Agència Tributària (Hisenda)
body-ayuntamiento = el seu ajuntament
body-policia = la Policia Nacional
body-salud = el servei de salut de la seva comunitat autònoma
body-112 = el 112, el telèfon d'emergències
