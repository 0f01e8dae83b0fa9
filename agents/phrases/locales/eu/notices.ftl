# Itxarote-zerrendako eta hitzorduetako mezuak. Berez bidaltzen dira; zenbakiak eta datak datuetatik datoz.

notice-greeting = Egun on:
notice-code = Zerrendako kodea: { $code }
notice-office = Bulegoa: { $office }
notice-closing = Mezu hau automatikoa da; ez erantzun. Itxarote-zerrenda eta hitzordua doakoak dira: inork ezin dizu ezer kobratu horiengatik.
notice-how-in-person = Hitzordua bulegoan
notice-how-phone = Hitzordua telefonoz
notice-how-video = Hitzordua bideodeiz
notice-waiting-joined-subject = Itxarote-zerrendan zaude
notice-waiting-joined = Itxarote-zerrendan eman duzu izena. Zure postua: { $position }. Zuretzako ordu bat dagoenean, gorde egingo dizugu eta posta elektronikoz abisatuko zaitugu. Zure postua ikus dezakezu, edo zerrendatik atera zaitezke, kode honekin eta zure agiriarekin.
notice-waiting-offer-subject = Hitzordu bat gorde dizugu: { $when }
notice-waiting-offer = Ordu bat libre dago eta zure txanda da: { $when }. Une honetara arte gordeko dizugu: { $until }. Onartzeko, erabili kode hau eta zure agiria zerrendan izena eman zenuen lekuan. Onartzen ez baduzu, hurrengo pertsonari emango diogu.
notice-waiting-missed-subject = Gordeta genizun hitzordua beste pertsona batentzat da orain
notice-waiting-missed = Ez zenuen garaiz onartu gordeta genizun ordua, eta hurrengo pertsonari eman diogu. Zerrendan jarraitzen duzu, orain azkenean, kode berarekin.
notice-waiting-closed-subject = Ez zaude jada itxarote-zerrendan
notice-waiting-closed = Ez zenituen garaiz onartu gorde genizkizun orduak; beraz, ez zaude jada itxarote-zerrendan. Nahi duzunean eman dezakezu izena berriro.
notice-locator = Hitzorduaren lokalizatzailea: { $code }
notice-reason = Arrazoia: { $reason }
notice-appointment-closing = Mezu hau automatikoa da; ez erantzun. Hitzordua doakoa da: inork ezin dizu ezer kobratu horregatik.
notice-appointment-booked-subject = Zure hitzordua baieztatuta dago: { $when }
notice-appointment-booked = Orduan ezin izan genizun esan hitzordua eginda geratu zen ala ez. Orain badakigu: une honetarako baieztatuta dago: { $when }. Lokalizatzailearekin eta zure agiriarekin, hitzordua kontsultatu, aldatu edo ezeztatu dezakezu.
notice-appointment-moved-subject = Zure hitzordua aldatu da: { $when }
notice-appointment-moved = Zure hitzordua aldatu da. Lehen: { $before }. Orain: { $when }. Lokalizatzailea bera da. Ezin baduzu etorri, aldatu edo ezeztatu hitzordua lokalizatzailearekin eta zure agiriarekin.
notice-appointment-closed-subject = Bulegoa itxita egongo da zure hitzorduaren egunean, eta hitzordua aldatu da: { $when }
notice-appointment-closed = Bulegoa itxita egongo da zure hitzorduaren egunean, eta hurbilen zegoen ordu librera aldatu dugu. Lehen: { $before }. Orain: { $when }. Lokalizatzailea bera da. Ez badatorkizu ondo, aldatu edo ezeztatu hitzordua lokalizatzailearekin eta zure agiriarekin.
notice-appointment-cancelled-subject = Zure hitzordua ezeztatuta dago: { $when }
notice-appointment-cancelled = Ordu honetan zenuen hitzordua ezeztatuta dago: { $when }. Ez duzu beste ezer egin beharrik. Nahi duzunean eska dezakezu beste hitzordu bat.
