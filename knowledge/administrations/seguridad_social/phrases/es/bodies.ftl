# The bodies, as a citizen is told of them, and as an agent is where that differs (call-…).

call-body-imserso = el IMSERSO o la comunidad autónoma donde vive
call-body-mutua = la mutua de la persona (colaboradora con la Seguridad Social)
call-body-ccaa = la comunidad autónoma donde vive
call-body-ayuntamiento = el ayuntamiento donde vive
call-body-salud = el servicio de salud de la comunidad autónoma donde vive
body-inss = el Instituto Nacional de la Seguridad Social
body-tgss = la Tesorería General de la Seguridad Social
body-ism = el Instituto Social de la Marina
body-sepe = el Servicio Público de Empleo Estatal (SEPE)
body-imserso = el IMSERSO o su comunidad autónoma
body-imv-region = el Gobierno Vasco (Lanbide) o el Gobierno de Navarra
body-ss = la propia Seguridad Social
body-itss = la Inspección de Trabajo y Seguridad Social
body-mutua = su mutua colaboradora con la Seguridad Social
body-ccaa = su comunidad autónoma
body-aeat = la Agencia Tributaria (Hacienda)
body-ayuntamiento = su ayuntamiento
body-policia = la Policía Nacional
body-salud = el servicio de salud de su comunidad autónoma
body-112 = el 112, el teléfono de emergencias
