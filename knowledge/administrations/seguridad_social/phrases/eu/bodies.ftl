# The bodies, as a citizen is told of them, and as an agent is where that differs (call-…).

call-body-imserso = IMSERSO edo haren autonomia-erkidegoa
call-body-mutua = haren mutua (Gizarte Segurantzarekin elkarlanean aritzen dena)
call-body-ccaa = haren autonomia-erkidegoa
call-body-ayuntamiento = haren udala
call-body-salud = haren autonomia-erkidegoko osasun-zerbitzua
body-inss = Gizarte Segurantzaren Institutu Nazionala
body-tgss = Gizarte Segurantzaren Diruzaintza Nagusia
body-ism = Itsasoko Gizarte Institutua
body-sepe = Enplegu Zerbitzu Publiko Estatala (SEPE)
body-imserso = IMSERSO edo zure autonomia-erkidegoa
body-imv-region = Eusko Jaurlaritza (Lanbide) edo Nafarroako Gobernua
body-ss = Gizarte Segurantza bera
body-itss = Lan eta Gizarte Segurantzako Ikuskaritza
body-mutua = Gizarte Segurantzarekin elkarlanean aritzen den zure mutua
body-ccaa = zure autonomia-erkidegoa
body-aeat = Zerga Agentzia (Ogasuna)
body-ayuntamiento = zure udala
body-policia = Polizia Nazionala
body-salud = zure autonomia-erkidegoko osasun-zerbitzua (Euskadin, Osakidetza)
body-112 = 112, larrialdietarako telefonoa
