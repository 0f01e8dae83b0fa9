# What the reception says in any conversation: greetings, questions back, buttons. Facts are in the articles, with citations.

greeting-privacy = Zuri laguntzeko, ematen dizkidazun datuak tratatzen ditut. Ez idatzi osasun-daturik, pasahitzik edo kontu-zenbakirik.
greeting-ask = Esadazu zure hitzekin zer behar duzun.
greeting-again = Kaixo. Zertan lagun diezazuket?

reply-person = Pertsona batekin hitz egin
reply-yes = Bai
reply-no = Ez
reply-book = Hitzordua eskatu
reply-easier = Azaldu errazago
reply-go-on = Jarraitu azaltzen
reply-other-dates = Beste data batzuk
reply-other-office = Beste bulego bat
reply-cancel-booking = Ez dut hitzordurik nahi
reply-no-locator = Ez daukat lokalizatzailerik
reply-change-appointment = Hitzordu bat aldatu
reply-cancel-appointment = Hitzordu bat ezeztatu
reply-by-phone = Telefonoz
reply-by-person = Aurrez aurre
reply-call-back = Dei diezadatela
reply-phone-booking = Telefono bidezko hitzordua eskatu
reply-waiting-list = Itxarote-zerrenda

clarify = Zeri buruz ari zara: { $first } ala { $second }?
confirm-need = Honi buruz ari zara: { $need }?

not-understood = Barkatu, ez dut ulertu. Esango didazu beste modu batera?
not-understood-again = Oraindik ez dizut ondo ulertu. Pertsona batekin hitz egin nahi duzu?

empty = Ez zait testurik iritsi. Idatzi zer behar duzun.
too-long = Mezua oso luzea da, eta hasiera baino ez dut irakurri. Zerbait garrantzitsua falta bada, idatzi mezu laburragoetan.
insult = Sentitzen dut lagungarri ez izatea. Berriro saia naiteke, edo pertsona batek artatuko zaitu. Harekin hitz egin nahi duzu?
complaint = Sentitzen dut hori jasan behar izana. Pertsona batek jaso dezake zure kexa. Harekin hitz egin nahi duzu?
thanks = Ez horregatik. Beste ezer behar duzu?
closing = Eskerrik asko gurekin harremanetan jartzeagatik. Egun ona izan.
anything-else = Beste ezer behar duzu?

language-switched = Ados, euskaraz jarraituko dugu.
language-not-served = Hizkuntza horretan ezin dizut erantzun: euskaraz jarraituko dugu.

neighbour-aranese = Araneraz idazten duzu, baina hemen oraindik ez dut hizkuntza horretan hitz egiten: katalanez erantzungo dizut. Nahiago baduzu, eskatu pertsona batekin hitz egitea.
nothing-to-repeat = Oraindik ez dizut errepikatzeko ezer esan. Zer behar duzu?
for-other = Ados, beste pertsona batentzat da. Zer jakin behar duzu?
about-what = Zein izapideri buruz galdetzen didazu?

ack = Ados. Beste zalantzaren bat baduzu, idatzi lasai.

heard-unsafe = Ondo zaude? Zerbait gaizki badoa edo pertsona batekin hitz egin nahi baduzu, esan eta oraintxe abisatuko diot.
heard-grief = Nire doluminik zintzoenak.
heard-hardship = Sentitzen dut horrelako egoeran egotea.
heard-worry = Ulertzekoa da horrek kezkatzea.
heard-joy = Zenbat pozten naizen!
heard-despair = Asko sentitzen dut horrela egotea. Ezin duzula gehiago sentitzen baduzu, 024 telefonoan edozein ordutan entzungo dizute; pertsona bati ere abisa diezaioket.
heard-informal = Hemen zuka egiten diogu mundu guztiari, begirunez: hori ezin dut aldatu.
heard-complaint = Barkatu eragozpenak.
heard-no_person = Ados, hemen jarraituko dugu: abisua emanda dago, baina ez zaitu ezertara behartzen.
heard-safe = Pozten naiz. Eman dudan abisuak hor jarraitzen du.
heard-unanswered = Barkatu: berriro saiatuko naiz.
offer-unsafe = Esadazu zer gertatzen den: hemen nago.
offer-grief = Nahi duzunean, urratsez urrats ikusiko dugu orain zer egin behar den.
offer-hardship = Kontatu pixka bat zure egoera, eta zer laguntza eska dezakezun esango dizut.
offer-worry = Esadazu zerk kezkatzen zaituen gehien, eta poliki-poliki ikusiko dugu.
offer-despair = Esadazu zer den premiazkoena, eta urratsez urrats ikusiko dugu.
offer-informal = Zuk nahi bezala idatz diezadakezu. Zer behar duzu?
offer-joy = Beste ezer behar baduzu, hemen nago.
offer-no_person = Zer jakin nahi duzu?
reply-safe = Ez dago arriskurik, beste gauza bat galdetu nahi dut
