# Handing over to a person: what the citizen is told, and the words of the packet that the agent reads.

handoff-asked = Pertsona batekin jarriko zaitut harremanetan. Zure kasuaren laburpena emango diot, berriro azaldu behar izan ez dezazun.
handoff-not_understood = Ezin dizut ondo ulertu, eta ez dizut denborarik galarazi nahi. Pertsona batekin jarriko zaitut harremanetan; zure kasuaren laburpena izango du.
handoff-no_answer = Pertsona batekin jarriko zaitut harremanetan; zure kasuaren laburpena izango du.
handoff-complaint = Pertsona batekin jarriko zaitut harremanetan, eta hark jasoko du zure kexa.
handoff-failure = Zerbaitek huts egin du gure aldetik, eta ezin izan dut amaitu. Pertsona batekin jarriko zaitut harremanetan; zure kasuaren laburpena izango du.
handoff-crisis = Asko sentitzen dut zu hain une zailean egotea. Ez zaude bakarrik. Deitu orain 024ra, suizidio-jokaerari edozein ordutan erantzuten baitio, edo 112ra, arriskurik badago. Pertsona batekin jarriko zaitut harremanetan.
handoff-violence = Zure segurtasuna da lehenengoa. 016 telefonoak genero-indarkeriako kasuak artatzen ditu edozein ordutan, eta ez du arrastorik uzten fakturan; arriskurik badago, deitu 112ra. Pertsona batekin jarriko zaitut harremanetan.
handoff-emergency = Arriskurik badago, deitu orain 112ra. Pertsona batekin jarriko zaitut harremanetan.
handoff-lines = 024 telefonoak suizidio-jokaerari erantzuten dio, eta 016 telefonoak genero-indarkeriari, edozein ordutan.
handoff-reference = Zure erreferentzia hau da: { $reference }.
handoff-already = Zure kasua zain dago jada, pertsona batek har dezan. Zure erreferentzia hau da: { $reference }. Bitartean, galdetzen jarrai dezakezu.
handoff-when = Zure kasua pertsona batek noiz hartuko zain dago. Ezin dizut ordurik esan: txandaka artatzen da, eta presazkoa lehenengo. Oraingoz, pertsona horrek ezin dizu txat honetan idatzi. Presa baduzu, galdetu iezadazu zein telefonotara deitu. Zure erreferentzia hau da: { $reference }.
care-crisis = Hemen jarraitzen dut zurekin. Artatzen duten pertsonei abisatu diet, presazkoa dela esanda, baina ezin dizute txat honetan idatzi. Ez itxaron: deitu 024ra edo 112ra; edozein ordutan erantzuten dute.
care-violence = Hemen jarraitzen dut zurekin. Artatzen duten pertsonei abisatu diet, presazkoa dela esanda, baina ezin dizute txat honetan idatzi. Orain arriskurik badago, deitu 112ra; 016an edozein ordutan entzungo dizute.
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
