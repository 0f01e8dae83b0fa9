# Handing over to a person: what the citizen is told, and the words of the packet that the agent reads.

handoff-asked = Pertsona batekin jarriko zaitut harremanetan. Elkarrizketa hau eta zure kasuaren laburpena ikusiko ditu, berriro azaldu behar izan ez dezazun.
handoff-not_understood = Ezin dizut ondo ulertu, eta ez dizut denborarik galarazi nahi. Pertsona batekin jarriko zaitut harremanetan; elkarrizketa hau eta zure kasuaren laburpena ikusiko ditu.
handoff-no_answer = Pertsona batekin jarriko zaitut harremanetan; elkarrizketa hau eta zure kasuaren laburpena ikusiko ditu.
handoff-complaint = Pertsona batekin jarriko zaitut harremanetan, eta hark jasoko du zure kexa.
handoff-failure = Zerbaitek huts egin du gure aldetik, eta ezin izan dut amaitu. Pertsona batekin jarriko zaitut harremanetan; elkarrizketa hau eta zure kasuaren laburpena ikusiko ditu.
handoff-crisis = Asko sentitzen dut zu hain une zailean egotea. Ez zaude bakarrik. Deitu orain 024ra, suizidio-jokaerari edozein ordutan erantzuten baitio, edo 112ra, arriskurik badago. Pertsona batekin jarriko zaitut harremanetan.
handoff-violence = Zure segurtasuna da lehenengoa. 016 telefonoak genero-indarkeriako kasuak artatzen ditu edozein ordutan, eta ez du arrastorik uzten fakturan; arriskurik badago, deitu 112ra. Pertsona batekin jarriko zaitut harremanetan.
handoff-emergency = Arriskurik badago, deitu orain 112ra. Pertsona batekin jarriko zaitut harremanetan.
handoff-lines = 024 telefonoak suizidio-jokaerari erantzuten dio, eta 016 telefonoak genero-indarkeriari, edozein ordutan.
handoff-reference = Zure erreferentzia hau da: { $reference }.
handoff-already = Zure kasua zain dago jada, pertsona batek har dezan. Zure erreferentzia hau da: { $reference }.
handoff-here = Zure kasua hartzen duen pertsonak hemen idatziko dizu, txat honetan. Bitartean, laguntzen jarrai diezazuket.
handoff-wait = { $minutes ->
    [one] Minutu bat inguru itxaron behar da orain.
   *[other] { $minutes } minutu inguru itxaron behar da orain.
}
handoff-order = Ezin dizut ordurik esan: txandaka artatzen da, eta presazkoa lehenengo.
handoff-hours = Orain ez dago erantzungo dizun pertsonarik. Noiz itzuliko diren: { $when }.
handoff-call-back = Nahiago baduzu, deia eskatuta utz dezaket. Nahi duzu zuri deitzea?
handoff-phone-booking = Nahiago baduzu dei diezazuten, telefono bidezko hitzordua eman diezazuket.
handoff-when = Zure kasua zain dago, pertsona batek har dezan.
handoff-hurry = Presa baduzu, galdetu iezadazu zein telefonotara deitu. Zure erreferentzia hau da: { $reference }.

person-joined = Orain pertsona batek erantzungo dizu: { $name }. Hemen dagoen bitartean, nik ez dut idatziko.
person-calls = Pertsona batek telefonoz deituko dizu orain: { $name }. Hemen idazten baduzu, hori ere irakurriko du.
person-translated = Pertsona horrek beste hizkuntza batean idazten du: { $autonym }. Elkarri idazten diozuena makina batek itzulita ere ikusiko duzue, eta makinak huts egin dezake.
person-not-translated = Pertsona horrek beste hizkuntza batean idazten du: { $autonym }. Hemen ez dago itzultzailerik. Ulertzen ez badiozu, eskatu norbaitek zure hizkuntzan artatzeko.
person-returned = Artatu zaituen pertsonak amaitu du ({ $name }). Ni naiz berriro, laguntzailea. Esan besterik behar baduzu.
person-closed = Zurekin egon den pertsonak ({ $name }) elkarrizketa amaitu du. Beste zerbait behar baduzu, idatzi: nik, laguntzaile automatikoak, erantzungo dizut.
person-left = Zurekin egon den pertsonak ({ $name }) ez du jarraituko: beste batek hartuko du zure kasua, eta hemen idatziko dizu. Ilararen hasieran zaude. Bitartean, nik, laguntzaile automatikoak, lagunduko dizut.

care-crisis = Hemen jarraitzen dut zurekin. Artatzen duten pertsonei abisatu diet, presazkoa dela esanda: ahal bezain laster idatziko dizute hemen. Ez itxaron: deitu 024ra edo 112ra; edozein ordutan erantzuten dute.
care-violence = Hemen jarraitzen dut zurekin. Artatzen duten pertsonei abisatu diet, presazkoa dela esanda: ahal bezain laster idatziko dizute hemen. Orain arriskurik badago, deitu 112ra; 016an edozein ordutan entzungo dizute.
care-emergency = Arriskuak jarraitzen badu, deitu orain 112ra: ez itxaron hemen. Artatzen duten pertsonei abisatu diet, presazkoa dela esanda.
care-over = Pozten naiz. Eman dudan abisuak hor jarraitzen du. Esadazu zertan lagun diezazukedan.

summary-reason = Arrazoia: { $reason }.
summary-need = Beharra: { $need }.
summary-language = Hizkuntza: { $autonym }.
summary-said = Pertsonak esan du: «{ $text }».
summary-booking = Hitzordua eskatzen ari zen: { $detail }.
summary-appointment = Elkarrizketa honetako hitzordua: { $detail }.
summary-other = Beste pertsona baten izenean galdetzen du.
summary-conditions = Bere egoeraz esan du: { $conditions }.
summary-unsure = Ez dakigu hitzorduen zerbitzuan eginda geratu den. Egiaztatu behar da: { $detail }.

reason-asked = pertsona batekin hitz egin nahi du
reason-not_understood = laguntzaileak ez dio ulertu pertsonari
reason-no_answer = ez dago erantzun egiaztaturik
reason-crisis = suizidio-arriskuaren zantzuak
reason-violence = genero-indarkeriaren zantzuak
reason-emergency = larrialdi-zantzuak
reason-failure = hutsegite teknikoa
reason-complaint = kexa bat aurkeztu nahi du
reason-call_back = deitzeko eskatzen du
