# The bodies, as a citizen is told of them, and as an agent is where that differs (call-…).

call-body-imserso = IMSERSO or their autonomous community
call-body-mutua = their mutual insurance company (mutua)
call-body-ccaa = their autonomous community
call-body-ayuntamiento = their town council
call-body-salud = the health service of their autonomous community
body-inss = the National Social Security Institute (INSS)
body-tgss = the General Treasury of Social Security (TGSS)
body-ism = the Social Institute for Seafarers (ISM)
body-sepe = the State Public Employment Service (SEPE)
body-imserso = IMSERSO or your autonomous community
body-imv-region = the Basque Government (Lanbide) or the Government of Navarre
body-ss = Social Security itself
body-itss = the Labour and Social Security Inspectorate
body-mutua = your mutual insurance company (mutua)
body-ccaa = your autonomous community
body-aeat = the Tax Agency (Agencia Tributaria)
body-ayuntamiento = your town council
body-policia = the National Police
body-salud = the health service of your autonomous community
body-112 = 112, the emergency number
