# Booking, changing and cancelling an appointment: questions, offers, read-backs, results, and results not known yet.

back-to-booking = Jarrai dezagun zure hitzorduarekin.

book-ask-need = Zer izapidetarako behar duzu hitzordua?
book-general = Ados, hitzordu orokor bat bilatuko dizut: han esango duzu zertarako den.
book-ask-place = Zein udalerritan edo posta-kodetan nahi duzu hitzordua?
book-place-unknown = Ez dut posta-kode hori aurkitzen. Bost zifra dira. Errepikatuko didazu, edo udalerria esango?
book-no-office = Probintzia horretan ez dago izapide honetarako bulegorik. Beste probintzia bat nahi duzu?
book-town-without-office = Herri honetan ez dago izapide honetarako bulegorik: { $town }. Bulego honetan bilatuko dizut: { $office }.
book-town-nearest-offices = Herri honetan ez dago izapide honetarako bulegorik: { $town }. Bulego honetan bilatuko dizut: { $office }, { $km } km inguru lerro zuzenean. Hurbilen dagoen beste bulegoa hau da: { $other }, { $otherkm } km ingurura.
book-walk-in = Izapide honetarako ez da hitzordurik behar: eskatu gabe joan zaitezke bulegora.
book-not-needed = Izapide hau Internetez egiten da, eta ez da hitzordurik ematen. Azalduko dizut nola.
book-offers = Hauek dira lehen hitzordu libreak. Izapidea: { $need }. Lekua: { $office }.
book-offers-phone = Hauek dira telefono bidezko lehen hitzordu libreak. Izapidea: { $need }. Bulegoa: { $office }.
book-offer = { $number }. { $when }
book-choose = Zein nahiago duzu? Beste egun bat ere esan dezakezu.
book-no-slots = Ez dago hitzordu librerik data horietarako. Bulegoa: { $office }. Nahi baduzu, esan beste data bat.
book-no-slots-range = Ez dago hitzordu librerik data horietarako. Bulegoa: { $office }. Hauek dira hurbilenak:
book-no-slots-morning = Hemen ez dago hitzordurik goizean ({ $office }). Hauek dira daudenak:
book-no-slots-afternoon = Hemen ez dago hitzordurik arratsaldean ({ $office }). Hauek dira daudenak:
book-no-slots-time = Ordu horretan ez dago hitzordu librerik ({ $office }). Hauek dira hurbilenak:
book-too-far = Data horietarako oraindik ezin da hitzordurik eskatu. Azken eguna hau da: { $until } ({ $office }). Hauek dira dauden azkenak:
book-date-past = Data hori igaro da jada. Beste zein egun datorkizu ondo?
book-date-closed = Egun horretan bulegoa itxita dago. Hauek dira hitzordurik hurbilenak:
book-when-unread = Ez dut ulertu noiz datorkizun ondo («{ $words }»). Esadazu eguna edo ordua beste era batera, mesedez.
book-noted = Apuntatu dut.
book-say-which = Zein da? Esadazu zenbakia, edo eguna eta ordua.
book-slot-taken = Hitzordu hori hartu berri dute. Hauek libre daude oraindik:
book-hold-expired = Erreserbaren denbora igaro da, eta hitzordu hori jada ez dago gordeta. Hauek daude libre orain:
book-kept = Hitzordua gordeko dizut: { $when }. Lekua: { $office } ({ $address }).
book-kept-phone = Telefono bidezko hitzordua gordeko dizut: { $when }. Bulego honek deituko dizu: { $office }.
book-kept-video = Bideodei bidezko hitzordua gordeko dizut: { $when }. Bulegoa: { $office }.
book-needs-document = Erreserbatzeko, zure NANa edo AIZa behar dut, letrarekin, edo zure pasaportea.
book-needs-document-other = Erreserbatzeko, hitzordua izango duen pertsonaren NANa edo AIZa behar dut, letrarekin, edo haren pasaportea.
book-needs-passport = Erreserbatzeko, esadazu zure pasaportearen zenbakia, dituen letrekin.
book-needs-passport-other = Erreserbatzeko, esadazu hitzordua izango duen pertsonaren pasaportearen zenbakia, dituen letrekin.
book-document-invalid = Letra ez dator bat zenbakiarekin. Egiaztatuko duzu, mesedez?
book-document-repair = Letra ez dator bat zenbakiarekin. Begiratu zurea ote den: { $documents }. Ez bada, esadazu berriro osorik, mesedez.
book-document-part = Hori agiriaren zati bat baino ez da. Esadazu osorik, letrarekin, mesedez.
book-refused-document = Hitzorduen zerbitzuak ez du agiri hori onartzen.
book-refused-phone = Hitzorduen zerbitzuak ez du telefono-zenbaki hori onartzen.
book-refused-email = Hitzorduen zerbitzuak ez du helbide elektroniko hori onartzen. Hitzordua helbiderik gabe erreserba dezaket, edo esan beste bat.
book-made-before = Hitzordua lehendik erreserbatuta zegoen, lehengo datuekin. Daturen bat zuzendu baduzu, eskatu pertsona batekin hitz egitea.
book-ask-phone = Zein telefono-zenbakitara deituko dizugu?
book-read-back = Hitzordua irakurriko dizut: { $when }. Lekua: { $office }. Izapidea: { $need }. Agiria: { $document }. Baieztatuko dut?
book-read-back-phone = Hitzordua irakurriko dizut: { $when }. Bulego honek deituko dizu: { $office }. Telefonoa: { $phone }. Izapidea: { $need }. Agiria: { $document }. Baieztatuko dut?
book-what-change = Ados, ez dut baieztatuko. Esadazu zer aldatu nahi duzun: izapidea, eguna, ordua edo lekua.
book-done = Hitzordua baieztatuta: { $when }. Lekua: { $office }. Lokalizatzailea: { $locator }. Gorde ezazu, hitzordua aldatzeko edo ezeztatzeko.
book-done-phone = Hitzordua baieztatuta: { $when }. Bulego honek deituko dizu: { $office }. Lokalizatzailea: { $locator }. Gorde ezazu, hitzordua aldatzeko edo ezeztatzeko.
book-bring = Eraman hau: { $documents }.
book-free = Hitzordua doakoa da. Ez fidatu saltzen duenaz.
book-already = Badago hitzordu aktibo bat agiri horrekin gai honetarako. Lokalizatzailearekin alda edo ezezta dezakezu.
book-abandoned = Ados, ez dut ezer erreserbatuko.
book-none = Izapide honek ez du hitzordurik.
book-for-other = Ados, hitzordua beste pertsona batentzat da.
book-channel-none = Izapide honetarako ez dago hitzordurik bide horretatik.
book-maybe-online = Agian ez duzu hitzordurik behar, Internet bidez ere egin dezakezulako:
book-papers = Bisita alferrikakoa izan ez dadin, egun horretan ekarri: { $documents }. Oraindik zerbait falta bazaizu, geroagoko egun bat bila dezaket.
book-else-office = Beste bulego batean ere bila dezaket.
book-else-phone = Telefono bidezko hitzorduak ere badaude.
book-else-person = Aurrez aurreko hitzorduak ere badaude.
book-else-waiting-list = Eta itxarote-zerrendan jar zaitzaket, hitzordu bat libre geratzen bada idazteko.
book-offers-video = Hauek dira bideodei bidezko lehen hitzordu libreak. Izapidea: { $need }. Bulegoa: { $office }.
book-read-back-video = Hitzordua irakurriko dizut: { $when }. Bideodeiz izango da, bulego honekin: { $office }. Izapidea: { $need }. Agiria: { $document }. Baieztatuko dut?
book-done-video = Hitzordua baieztatuta: { $when }. Bideodeiz izango da, bulego honekin: { $office }. Lokalizatzailea: { $locator }. Gorde ezazu, hitzordua aldatzeko edo ezeztatzeko.
book-room = Hitzorduaren orduan, sartu bideodeira esteka honetatik: { $link }
book-prepare = Izan eskura: { $documents }.

locator-ask = Esadazu hitzorduaren lokalizatzailea eta zure NANa edo AIZa. Hitzordu berri bat nahi baduzu, esadazu.
locator-ask-locator = Esadazu hitzorduaren lokalizatzailea: zortzi letra eta zenbaki dira.
locator-ask-document = Orain esadazu zure NANa edo AIZa, letrarekin, edo zure pasaportea.
locator-not-found = Ez dut hitzordu aktiborik aurkitzen lokalizatzaile eta agiri horrekin. Egiaztatuko dituzu, mesedez?
locator-lost = Lokalizatzailerik gabe ezin dut hitzordua hemendik ikusi. Pertsona batek lagun diezazuke. Pertsona batekin hitz egin nahi duzu?
locator-ask-document-other = Orain esadazu hitzordua duen pertsonaren NANa edo AIZa, letrarekin, edo haren pasaportea.
locator-ask-passport-other = Orain esadazu hitzordua duen pertsonaren pasaportearen zenbakia, dituen letrekin.
locator-ask-passport = Orain esadazu zure pasaportearen zenbakia, dituen letrekin.

change-current = Hau da zure hitzordua: { $when }. Lekua: { $office }. Zein egunetara aldatu nahi duzu?
change-read-back = Zure hitzordua aldatuko dut. Orain: { $before }. Berria: { $when }. Lekua: { $office }. Baieztatuko dut?
change-done = Hitzordua aldatuta. Orain: { $when }. Lekua: { $office }. Lokalizatzailea bera da: { $locator }.
change-abandoned = Ados, zure hitzordua zegoen bezala geratuko da.
change-cannot-move = Ezin dut hitzordu hori beste arreta mota batera aldatu. Zure hitzordua lehen bezala dago. Nahi baduzu, ezeztatu eta eskatu beste bat.

appointment-made = Zure hitzordua baieztatuta geratu da. Beste ezer behar baduzu, esadazu.

cancel-read-back = Zure hitzordua ezeztatuko dut: { $when }. Lekua: { $office }. Baieztatuko dut?
cancel-done = Zure hitzordua ezeztatuta dago. Eskerrik asko jakinarazteagatik: libre geratuko da beste norbaitentzat.
cancel-abandoned = Ados, zure hitzorduak bere horretan jarraitzen du.

when = { $date }, { $time }
when-canary = { $date }, { $time } (Kanarietako ordua)

person-unavailable = Hitzorduen zerbitzuak ez du erantzuten une honetan. Ez da ezer erreserbatu ez aldatu. Pertsona batekin jarriko zaitut harremanetan.
person-ask = Esadazu hitzordua duenaren NANa edo AIZa eta hitzordua eskatzean emandako telefonoa. Telefonorik eman ez bazen, esadazu. Lokalizatzailea aurkitzen baduzu, horrek ere balio du.
person-ask-phone = Zein telefono eman zenuen hitzordua eskatzean? Ez bazenuen bat ere eman, esadazu.
person-not-found = Ez dut hitzordu aktiborik aurkitzen agiri eta telefono horiekin. Berrikusiko dituzu, mesedez? Telefonorik eman ez bazen, esadazu.
person-too-many-finds = Segurtasunagatik, orain ezin dut hitzordurik berriro bilatu agiriaren eta telefonoaren bidez. Geroago saia zaitezke, lokalizatzailea eman diezadakezu edo pertsona batekin hitz egin dezakezu.
person-which = Hitzordu bat baino gehiago dituzu. Zein da?
visit-ask = Telefonorik gabe beste era batera bila dezaket. Esadazu hitzordua duenaren agiria, zein egunetan den eta bulegoa zein herritan dagoen.
visit-ask-document = Zein da hitzordua duenaren agiria?
visit-ask-day = Zein egunetan da hitzordua?
visit-ask-place = Zein herritan dago hitzorduaren bulegoa?
visit-not-found = Ez dut hitzordu aktiborik aurkitzen datu horiekin. Pertsona batek lagun diezazuke: harekin hitz egin nahi duzu? Nahiago baduzu, berrikusi agiria, eguna eta herria, eta esan berriro.
help-document = Hitzordura joango den pertsonaren agiria da. Hitzordurako bakarrik erabiltzen dut, eta ez da osorik erakusten. Hitzordua doakoa da.
help-phone = Hitzordua duen pertsonaren telefonoa da. Hitzordurako bakarrik erabiltzen dut.
help-email = Hitzorduren bat libre geratzen bada, helbide horretara idatziko dizugu. Horretarako bakarrik erabiltzen dut.
help-locator = Lokalizatzailea hitzordua eskatzean ematen diren zortzi letra eta zenbakiak dira. Ez baduzu, esadazu. Oraindik hitzordurik ez baduzu, bat bila diezazuket.
help-visit = Agiriarekin, egunarekin eta bulegoarekin hitzordua aurki dezaket, telefonorik eman ez bazenuen ere.

reply-check = Hitzordua egiaztatu

unsure-book = Oraindik ez dakit hitzordua erreserbatuta geratu den: hitzorduen zerbitzuak ez dit baieztatu. Ez eskatu berriro. Idatzi une bat barru, eta egiaztatuko dut. Nahiago baduzu, pertsona batekin jarriko zaitut harremanetan.
unsure-change = Oraindik ez dakit hitzordua aldatuta geratu den: hitzorduen zerbitzuak ez dit baieztatu. Ez aldatu berriro. Idatzi une bat barru, eta egiaztatuko dut. Nahiago baduzu, pertsona batekin jarriko zaitut harremanetan.
unsure-cancel = Oraindik ez dakit hitzordua ezeztatuta geratu den: hitzorduen zerbitzuak ez dit baieztatu. Idatzi une bat barru, eta egiaztatuko dut. Nahiago baduzu, pertsona batekin jarriko zaitut harremanetan.
unsure-book-not-done = Egiaztatu dut: hitzordua ez da erreserbatuta geratu.
unsure-change-not-done = Egiaztatu dut: aldaketa ez da egin. Zure hitzordua lehen bezala dago.
unsure-cancel-not-done = Egiaztatu dut: oraingoz, hitzordua ez da ezeztatu.
