# The bodies, as a citizen is told of them, and as an agent is where that differs (call-…).

call-body-imserso = o IMSERSO ou a comunidade autónoma onde vive
call-body-mutua = a mutua da persoa (colaboradora coa Seguridade Social)
call-body-ccaa = a comunidade autónoma onde vive
call-body-ayuntamiento = o concello onde vive
call-body-salud = o servizo de saúde da comunidade autónoma onde vive
body-inss = o Instituto Nacional da Seguridade Social
body-tgss = a Tesourería Xeral da Seguridade Social
body-ism = o Instituto Social da Mariña
body-sepe = o Servizo Público de Emprego Estatal (SEPE)
body-imserso = o IMSERSO ou a súa comunidade autónoma
body-imv-region = o Goberno Vasco (Lanbide) ou o Goberno de Navarra
body-ss = a propia Seguridade Social
body-itss = a Inspección de Traballo e Seguridade Social
body-mutua = a súa mutua colaboradora coa Seguridade Social
body-ccaa = a súa comunidade autónoma
body-aeat = a Axencia Tributaria (Facenda)
body-ayuntamiento = o seu concello
body-policia = a Policía Nacional
body-salud = o servizo de saúde da súa comunidade autónoma (en Galicia, o Sergas)
body-112 = o 112, o teléfono de emerxencias
