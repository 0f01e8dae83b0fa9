# Itxarote-zerrendako mezuak. Berez bidaltzen dira; zenbakiak eta datak datuetatik datoz.

notice-greeting = Egun on:
notice-code = Zerrendako kodea: { $code }
notice-office = Bulegoa: { $office }
notice-closing = Mezu hau automatikoa da; ez erantzun. Itxarote-zerrenda eta hitzordua doakoak dira: inork ezin dizu ezer kobratu horiengatik.
notice-how-in-person = Hitzordua bulegoan
notice-how-phone = Hitzordua telefonoz
notice-how-video = Hitzordua bideo-deiz
notice-waiting-joined-subject = Itxarote-zerrendan zaude
notice-waiting-joined = Itxarote-zerrendan eman duzu izena. Zure postua: { $position }. Zuretzako ordu bat dagoenean, gorde egingo dizugu eta posta elektronikoz abisatuko zaitugu. Zure postua ikus dezakezu, edo zerrendatik atera zaitezke, kode honekin eta zure agiriarekin.
notice-waiting-offer-subject = Hitzordu bat gorde dizugu: { $when }
notice-waiting-offer = Ordu bat libre dago eta zure txanda da: { $when }. Une honetara arte gordeko dizugu: { $until }. Onartzeko, erabili kode hau eta zure agiria zerrendan izena eman zenuen lekuan. Onartzen ez baduzu, hurrengo pertsonari emango diogu.
notice-waiting-missed-subject = Gordeta genizun hitzordua beste pertsona batentzat da orain
notice-waiting-missed = Ez zenuen garaiz onartu gordeta genizun ordua, eta hurrengo pertsonari eman diogu. Zerrendan jarraitzen duzu, orain azkenean, kode berarekin.
notice-waiting-closed-subject = Ez zaude jada itxarote-zerrendan
notice-waiting-closed = Ez zenituen garaiz onartu gorde genizkizun orduak; beraz, ez zaude jada itxarote-zerrendan. Nahi duzunean eman dezakezu izena berriro.
