# Beste zerbitzu baten agendako hitzorduak: bideodeia, eta oraindik ez dakiguna.

reply-check = Hitzordua egiaztatu

book-offers-video = Hauek dira bideodei bidezko lehen hitzordu libreak. Bulegoa: { $office }.
book-read-back-video = Hitzordua irakurriko dizut: { $when }. Bideodeiz izango da, bulego honekin: { $office }. Izapidea: { $need }. Agiria: { $document }. Baieztatuko dut?
book-done-video = Hitzordua baieztatuta: { $when }. Bideodeiz izango da, bulego honekin: { $office }. Lokalizatzailea: { $locator }. Gorde ezazu, hitzordua aldatzeko edo ezeztatzeko.
book-room = Hitzorduaren orduan, sartu bideodeira esteka honetatik: { $link }
book-prepare = Izan eskura: { $documents }.

unsure-book = Oraindik ez dakit hitzordua erreserbatuta geratu den: hitzorduen zerbitzuak ez dit baieztatu. Ez eskatu berriro. Idatzi une bat barru, eta egiaztatuko dut. Nahiago baduzu, pertsona batekin jarriko zaitut.
unsure-change = Oraindik ez dakit hitzordua aldatuta geratu den: hitzorduen zerbitzuak ez dit baieztatu. Ez aldatu berriro. Idatzi une bat barru, eta egiaztatuko dut. Nahiago baduzu, pertsona batekin jarriko zaitut.
unsure-cancel = Oraindik ez dakit hitzordua ezeztatuta geratu den: hitzorduen zerbitzuak ez dit baieztatu. Idatzi une bat barru, eta egiaztatuko dut. Nahiago baduzu, pertsona batekin jarriko zaitut.
unsure-book-not-done = Egiaztatu dut: hitzordua ez da erreserbatuta geratu.
unsure-change-not-done = Egiaztatu dut: aldaketa ez da egin. Zure hitzordua lehen bezala dago.
unsure-cancel-not-done = Egiaztatu dut: oraingoz, hitzordua ez da ezeztatu.
change-cannot-move = Ezin dut hitzordu hori beste arreta mota batera aldatu. Zure hitzordua lehen bezala dago. Nahi baduzu, ezeztatu eta eskatu beste bat.
summary-unsure = Ez dakigu hitzorduen zerbitzuan eginda geratu den. Egiaztatu behar da: { $detail }.

page-video = Bideodeiz
page-room = Bideodeiaren esteka
