# The privacy, legal and accessibility pages. What names the administration comes from its own phrases; the terms, from the settings.

privacy-who = Nork tratatzen ditu zure datuak
privacy-purpose = Zertarako
privacy-purpose-text = Zuri erantzuteko, hitzordua emateko eta, eskatzen baduzu, pertsona batekin jartzeko. Ez dira publizitaterako erabiltzen, eta haiekin ez da ezer erabakitzen zuri buruz.
privacy-basis = Zein lege-oinarri duen
privacy-time = Zenbat denboraz gordetzen diren
privacy-time-text = Elkarrizketa zure azken mezutik { $minutes } minutura ezabatzen da. Pertsona bati emandako abisua, hari erantzun eta { $handoff } egunera. Hitzordu baten telefonoa eta posta, hitzordutik { $contact } egunera. Elkarrizketa, dei, hitzordu edo bisita bakoitza zeri buruzkoa izan zen { $timeline } egunez gordetzen da eta, nor zaren esan bazenuen, baita dokumentu- eta telefono-zenbakirik gabeko laburpen bat ere. Egiteke geratzen dena kasu batean biltzen da, hitzemandakoarekin eta arreta ematen dizunaren oharrekin, eta azken aldaketatik { $timeline } egunez gordetzen da. Erantzuten ez dakizkigun edo gaizki ulertzen ditugun galderak { $gap } egunez gordetzen dira, datu pertsonalik gabe, erantzunak hobetzeko.
privacy-people = Nork ikusten ditu
privacy-people-text = Zure kasuaz arduratzen denak bakarrik, eta soilik pertsona batekin hitz egitea eskatzen baduzu edo hitzordua baduzu. Ez zaizkio beste inori ematen, legeak behartzen ez badu.
privacy-browser = Zure nabigatzailean
privacy-browser-text = Ez dago cookierik eta ez zaitugu jarraitzen. Fitxa honek zure elkarrizketaren gakoa eta idazten ari zarena gordetzen ditu, itxi arte; nabigatzaileak, letraren tamaina eta ozen irakurtzea nahi duzun.
privacy-rights = Zure eskubideak
privacy-rights-text = Zure datuak ikustea, zuzentzea, ezabatzea, haien erabilera mugatzea eta haren aurka egitea eska dezakezu.
privacy-demo = Hau erakustaldi-instalazio bat da: ez idatzi benetako daturik.
legal-owner = Norena da zerbitzu hau
legal-value = Zer balio duen esaten duenak
legal-value-text = Erantzunek informatu egiten dute eta beren iturria aipatzen dute. Ez dira ebazpen bat eta ez dute eskubiderik aitortzen. Testu ofizialarekin bat ez badatoz, testu ofizialak balio du.
legal-robot = Nork erantzuten du
legal-robot-text = Programa informatiko batek erantzuten du, eta hala esaten du. Edozein unetan hitz egin dezakezu pertsona batekin; orduan haren izena ikusiko duzu.
legal-appointments = Hitzorduak
legal-appointments-text = Hitzordua eskatzea, aldatzea eta ezeztatzea doakoa da. Ez bazoaz, ezeztatu: beste pertsona batentzat libre geratzen da.
legal-software = Programa
legal-software-text = Zerbitzu honek ISAC erabiltzen du, kode irekiko programa bat: edonork irakur dezake nola lan egiten duen.
access-aim = Norentzat
access-tested = Nola egiaztatzen den
access-limits = Zer falta den
access-complain = Zerbaitek ez badu funtzionatzen
