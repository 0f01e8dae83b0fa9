# Sums with what a person tells: questions, results, steps, limits.

sum-ask-born = Zein egunetan jaio zinen?
sum-ask-contributed = Zenbat denbora kotizatu duzu gaur arte, urtetan eta hilabetetan?
sum-ask-until = Denbora hori gaur arte kotizatu duzuna da, ala erretiroa hartzean izango duzuna?
sum-ask-abroad = Zenbat denbora kotizatu duzu beste herrialdeetan, urtetan eta hilabetetan?
sum-ask-still-working = Lanean eta kotizatzen jarraitzen duzu?
sum-ask-leaving = Zein egunetan hartu nahi duzu erretiroa?
sum-ask-ahead = Zure adin arrunta baino zenbat lehenago hartu nahi duzu erretiroa, urtetan eta hilabetetan?
sum-ask-pension-base = Zein da zure oinarri arautzailea hilean?
sum-ask-ending = Zeure borondatez hartuko duzu erretiroa, ala nahi gabe galdu duzulako lana?
sum-ask-spouse = Ez duzu ezkontiderik, ezkontidea zure kargura duzu, ala ezkontideak bere diru-sarrerak ditu?
sum-ask-monthly-base = Zein izan da, gutxi gorabehera, zure hileko kotizazio-oinarria azken 25 urteetan?
sum-ask-delay = Adin arruntetik zenbat denborara hartuko zenuke erretiroa, urtetan eta hilabetetan?
sum-ask-sick-base = Zein izan zen zure kotizazio-oinarria bajaren aurreko hilean? Nominan dago.
sum-ask-wage = Zenbat kobratzen duzu hilean, gordinean?
sum-ask-other-job = Zenbat da beste lanean, hilean?
sum-ask-payments = Urtean zenbat ordainsaritan kobratzen duzu soldata hori?
sum-ask-cause = Baja gaixotasun arruntagatik edo lanetik kanpoko istripuagatik da, ala lan-istripuagatik edo lanbide-gaixotasunagatik?
sum-ask-days = Zenbat egun irauten du bajak?
sum-ask-first-day = Zein egunetan hasi zen baja?
sum-ask-last-day = Zein da bajaren azken eguna?
sum-ask-from-day = Bajaren zein egunetatik aurrera kontatu nahi duzu?
sum-ask-month = Zein hilabete kalkulatzea nahi duzu?
sum-ask-regime = Besteren kontura, zure kontura ala etxeko lanetan aritzen zara?
sum-ask-income = Batez beste zenbat irabazten duzu hilean, gastuak eta gastu orokorren kenkaria kenduta?
sum-ask-revenue = Zenbat fakturatzen duzu hilean, BEZik gabe?
sum-ask-expenses = Zenbat gastatzen duzu hilean zure jardueran, BEZik gabe?
sum-ask-household-pay = Zein da langilearen hileko soldata, aparteko ordainsarien zatia barne?
sum-ask-contract = Kontratua mugagabea ala aldi baterakoa da?
sum-ask-how-many-children = Zenbat seme-alaba izan edo adoptatu dituzu?
sum-ask-own-pension = Zenbateko pentsioa kobratzen duzu, edo kobratuko duzu, hilean?
sum-ask-incapacity-base = Zein da zure oinarri arautzailea hilean? GSINen ebazpenean dago, edo han esango dizute.
sum-ask-degree = Zein ezintasun-gradu duzu, edo zein emango dizutela uste duzu?
sum-ask-deduction = Kendu duzu dagoeneko gastu orokorren kenkaria? Bestela, zure kontura ala sozietate baten bidez lan egiten duzu?
sum-ask-flat-rate = Tarifa laua duzu?
sum-ask-after-contract = Kontratua amaitu al zitzaizun bajan zeundela?
sum-ask-deceased-base = Zein zen hildakoaren oinarri arautzailea hilean?
sum-ask-deceased-pension = Zenbateko pentsioa kobratzen zuen hildakoak hilean?
sum-ask-case = 65 urte edo gehiago dituzu beste diru-sarrerarik gabe, seme-alabak zure kargura eta diru-sarrera txikiak dituzu, ala bietako bat ere ez?
sum-ask-child-birth = Zein egunetan jaio da edo jaioko da haurra?
sum-ask-babies = Zenbat haur dira?
sum-ask-parents = Bi guraso dira ala bakarra?
sum-ask-birth-base = Zein da zure hileko kotizazio-oinarria? Nominan dago.
sum-ask-kind = Zer aurkeztu nahi duzu: aurretiazko erreklamazioa, demanda, alegazioak ala gora jotzeko errekurtsoa?
sum-ask-notified = Zein egunetan jaso zenuen jakinarazpena?
sum-ask-province = Zein probintziatan bizi zara?

sum-option-yes = Bai
sum-option-no = Ez
sum-option-until-today = Gaur arte kotizatutakoa
sum-option-until-end = Erretiroa hartzean izango dudana
sum-option-ending-voluntary = Neure borondatez
sum-option-ending-involuntary = Lana galdu nuen
sum-option-spouse-alone = Ezkontiderik gabe
sum-option-spouse-dependent-spouse = Ezkontidea nire kargura
sum-option-spouse-other-spouse = Ezkontideak diru-sarrerak ditu
sum-option-cause-common = Gaixotasun arrunta edo lanetik kanpoko istripua
sum-option-cause-work = Lan-istripua edo lanbide-gaixotasuna
sum-option-regime-employee = Besteren kontura
sum-option-regime-self-employed = Neure kontura
sum-option-regime-household = Etxeko lanetan
sum-option-deduction-done = Kenduta dago
sum-option-deduction-general = Ez, neure kontura lan egiten dut
sum-option-deduction-company = Ez, sozietate bat dut
sum-option-case-general = Bietako bat ere ez
sum-option-case-older = 65 urte edo gehiago, beste diru-sarrerarik gabe
sum-option-case-dependants = Seme-alabak nire kargura eta diru-sarrera txikiak
sum-option-parents-two = Bi
sum-option-parents-single = Bakarra
sum-option-kind-prior-claim = Aurretiazko erreklamazioa
sum-option-kind-discharge-claim = Alta mediko baten aurkako erreklamazioa
sum-option-kind-lawsuit = Demanda
sum-option-kind-discharge-lawsuit = Alta mediko baten aurkako demanda
sum-option-kind-allegations-10 = Alegazioak 10 egunean
sum-option-kind-allegations-15 = Alegazioak 15 egunean
sum-option-kind-appeal = Gora jotzeko errekurtsoa
sum-option-kind-decision = GSINen ebazpen bat, ez dakit gehiago
sum-option-contract-permanent = Mugagabea
sum-option-contract-temporary = Aldi baterakoa
sum-option-degree-partial = Partziala
sum-option-degree-total = Osoa
sum-option-degree-qualified = Oso kualifikatua (55 urte edo gehiago)
sum-option-degree-absolute = Absolutua
sum-option-degree-severe = Ezintasun handia

sum-refused-not-a-number = Kopurua zenbakiz behar dut.
sum-refused-negative = Kopuru hori ezin da zero baino txikiagoa izan.
sum-refused-too-much = Kopuru hori handiegia da. Egiaztatuko duzu?
sum-refused-too-little = Kopuru hori txikiegia da. Egiaztatuko duzu?
sum-refused-not-whole = Zenbaki oso bat behar dut.
sum-refused-not-a-date = Data bat behar dut, eguna, hila eta urtea dituena.
sum-refused-no-such-day = Egun hori ez da existitzen. Egiaztatuko duzu?
sum-refused-future = Data hori oraindik ez da iritsi. Egiaztatuko duzu?
sum-refused-past = Data hori igaro da. Esadazu gaurtik aurrerako bat.
sum-refused-too-far = Data hori urrunegi dago. Egiaztatuko duzu?
sum-refused-too-old = Data horrekin 120 urte baino gehiago izango zenituzke. Egiaztatuko duzu?
sum-refused-not-a-duration = Denbora urtetan eta hilabetetan behar dut.
sum-refused-too-long = Kotizatutako urte gehiegi dira. Egiaztatuko dituzu?
sum-refused-more-than-life = Zure adinarekin ezin duzu hainbeste denbora kotizatu. Egiaztatuko duzu?
sum-refused-not-an-option = Ez dut ulertu zein den zure aukera.
sum-refused-order = Azken eguna lehenengoaren aurrekoa da. Egiaztatuko dituzu?
sum-refused-unknown = Datu hori ez da behar kalkulu honetarako.

sum-official-benefits = Orientagarria da: GSINek erabakitzen du.
sum-official-contributions = Orientagarria da: Gizarte Segurantzaren Diruzaintza Nagusiak erabakitzen du.
sum-limit-last-published = Zifrak urte honetakoak dira: { $year }. Berriak oraindik ez dira argitaratu.

sum-retirement-date-result = Erretiroa har zenezake { $date_on }, adin honekin: { $age }; { $why }. { $early }
sum-retirement-date-reached-long = Adin arrunta beteta duzu, { $age }: { $date_on } bete zenuen, { $needed } edo gehiago kotizatuta.
sum-retirement-date-reached-short = Adin arrunta beteta duzu, { $age }: { $date_on } bete zenuen, { $needed } baino gutxiago kotizatuta.
sum-retirement-date-years-later = Erretiroa har zenezake { $date_on }: adin arruntean ({ $age }) ez zenuke oraindik behar den gutxienekoa kotizatuta, { $needed }.
sum-retirement-date-past = Duela urte batzuk bete zenuen erretiro-adin arrunta.
sum-retirement-too-few = { $have } kotizatuta ez zara iristen erretiro-pentsiorako gutxienekora: { $needed }.
sum-retirement-why-long = { $needed } edo gehiago izango dituzu kotizatuta
sum-retirement-why-short = { $needed } baino gutxiago izango dituzu kotizatuta
sum-retirement-early = Zeure borondatez eta pentsio txikiagoarekin, { $date_from }.
sum-retirement-early-now = Zeure borondatez eta pentsio txikiagoarekin, orain ere bai.
sum-retirement-early-involuntary = Enplegua galdu duzulako, eta pentsio txikiagoarekin, { $date_from }.
sum-retirement-early-now-involuntary = Enplegua galdu duzulako, eta pentsio txikiagoarekin, orain ere bai.
sum-retirement-no-early = Zeure borondatez ezingo zenuke aurreratu: { $needed } kotizatuta behar dira.
sum-retirement-no-early-involuntary = Enplegua galtzeagatik ezingo zenuke aurreratu: { $needed } kotizatuta behar dira.

sum-early-result-amount = Erretiroa { $date_on } hartuz gero, { $months } lehenago, pentsioa { $percent } jaisten da: oinarria { $base } bada, { $amount } kobratuko zenuke hilean, { $payments } ordainsaritan.
sum-early-result-capped = Erretiroa { $date_on } hartuz gero, { $months } lehenago, gehieneko pentsioari ({ $highest }) { $percent } kentzen zaio: { $amount } kobratuko zenuke hilean, { $payments } ordainsaritan.
sum-early-result-share = Erretiroa { $date_on } hartuz gero, adin arrunta baino { $months } lehenago, pentsioa { $percent } jaisten da: oinarri arautzailearen { $net } kobratuko zenuke.
sum-early-abroad = Erretiroa { $date_on } hartuz gero, adin arrunta baino { $months } lehenago, pentsioa { $percent } jaisten da. Espainiak hemen kotizatutakoaren zatia bakarrik ordaintzen du, { $part } inguru: kalkulu hori GSINek egiten du.
sum-early-reached = Egun horretan adin arrunta izango zenuke; beraz, ez dago murrizketarik: oinarri arautzailearen { $percent } legokizuke.
sum-early-too-few = Ezingo zenuke erretiroa lehenago hartu { $date_on }: { $have } izango zenituzke kotizatuta, eta { $needed } behar dira.
sum-early-never = Ezingo zenuke erretiroa aurreratu: adin arruntera { $date_on } iritsita, { $have } izango zenituzke kotizatuta, eta aurreratzeko lehenago behar dira { $needed }.
sum-early-too-young = Egun hori goizegi da: gehienez { $months } aurreratu daiteke. Lehenengo egun posiblea: { $date }.
sum-early-below = Ezingo zenuke: pentsioa { $amount } litzateke hilean, eta gutxienekoa gainditu behar du, { $minimum }.

sum-retirement-amount-result = { $contributed } kotizatuta, oinarri arautzailearen { $percent } dagokizu: oinarria { $base } bada, { $amount } kobratuko zenuke hilean, { $payments } ordainsaritan.
sum-abroad-share = Guztira { $contributed } kotizatuta, oinarri arautzailearen { $percent } legokizuke, baina Espainiak hemen kotizatutakoaren zatia bakarrik ordaintzen du, pentsio horren { $part } inguru: kalkulu zehatza GSINek egiten du.
sum-abroad-on-share = Erretiroa { $date_on } hartuz gero, adin honekin: { $age }, eta guztira { $contributed } kotizatuta, oinarri arautzailearen { $percent } litzateke; Espainiak hemen kotizatutakoaren zatia ordaintzen du, { $part } inguru: GSINek kalkulatzen du.
sum-abroad-late-share = Erretiroa { $date_on } hartuz gero, adin honekin: { $age } (adin arrunta baino { $delay } geroago), oinarri arautzailearen { $percent } litzateke (atzeratzeagatik, { $extra }); Espainiak hemen kotizatutakoaren zatia ordaintzen du, { $part } inguru: GSINek kalkulatzen du.
sum-retirement-on-result = Erretiroa { $date_on } hartuz gero, adin honekin: { $age }, eta { $contributed } kotizatuta, oinarri arautzailearen { $percent } dagokizu: oinarria { $base } bada, { $amount } kobratuko zenuke hilean, { $payments } ordainsaritan.
sum-retirement-then = Erretiroa { $date_on } har zenezake, adin honekin: { $age }, eta { $contributed } kotizatuta: { $base } oinarri arautzailearen { $percent }, hau da, { $amount } hilean, { $payments } ordainsaritan.
sum-retirement-late-result = Erretiroa { $date_on } hartuz gero, adin honekin: { $age }, hau da, adin arrunta baino { $delay } geroago, oinarri arautzailearen { $percent } dagokizu (atzeratzeagatik, { $extra }): oinarria { $base } bada, { $amount } kobratuko zenuke hilean, { $payments } ordainsaritan.

sum-sick-pay-result = Oinarria { $base } bada, { $total } inguru kobratuko zenuke: { $parts }.
sum-sick-pay-part = { $first }. egunetik { $last }. egunera, { $daily } egunean ({ $percent })
sum-sick-pay-part-from = { $first }. egunetik aurrera, egunean { $daily } ({ $percent })
sum-sick-pay-daily = { $base } oinarriarekin: { $parts }. Lehenengo { $days }: { $month } inguru. Zenbat irauten duen esanez gero, guztira zenbat den esango dizut.
sum-sick-pay-part-day = { $first }. egunean, { $daily } ({ $percent })
sum-sick-pay-nothing-common = Egun horietan ez da sorospenik kobratzen: gaixotasun arruntagatik edo lanetik kanpoko istripuagatik, bajaren laugarren egunetik aurrera ordaintzen da.
sum-sick-pay-nothing-work = Egun horretan ez da sorospenik kobratzen: lan-istripuagatik edo lanbide-gaixotasunagatik, bajaren biharamunetik aurrera ordaintzen da.
sum-sick-pay-ended = Kontratua amaituta, gaixotasun arruntagatik langabeziaren zenbatekoa kobratzen da: oinarria batez beste { $base } bada, hilean { $first } lehenengo { $days } ({ $first_percent }) eta { $later } ondoren ({ $later_percent }), gehienekoa gainditu gabe.

sum-quota-result = Hilean { $income } garbi irabazita, gutxienez { $quota } ordainduko zenuke hilean: zure tarteko gutxieneko oinarriaren { $rate }. Oinarri hori { $base } da.
sum-quota-result-deducted = Hileko { $before } horretatik, gastu orokorrengatik { $off } kenduta, { $income } geratzen dira: gutxienez { $quota } ordainduko zenuke hilean, zure tarteko gutxieneko oinarriaren { $rate }. Oinarri hori { $base } da.
sum-quota-flat = Tarifa lauarekin ez zenuke zure tarteko kuota ({ $quota }) ordainduko, kuota murriztua baizik. 2025era arte { $flat } zen hilean; aurtengoa, egiaztatu Diruzaintzarekin.
sum-household-result = Hileko { $pay } soldatarekin, aparteko ordainsariak barne, oinarria { $base } da, eta kuota { $total } hilean, deskontu orokorrekin: { $employer } enplegatzaileak jartzen ditu, eta { $worker } soldatatik kentzen dira.

sum-widow-result-base = Alarguntza-pentsioa oinarri arautzailearen { $percent } litzateke: oinarria { $base } bada, { $amount } hilean, { $payments } ordainsaritan.
sum-widow-result-dependants = Oro har, alarguntza-pentsioa oinarri arautzailearen { $general_percent } da: oinarria { $base } bada, { $general_amount } hilean, { $payments } ordainsaritan. Seme-alabak zure kargura, diru-sarrera txikiak eta pentsioa diru-sarrera nagusia badituzu, { $percent }: { $amount }.
sum-widow-result-pension = Oinarri arautzailea pentsioaren berdina balitz, { $base }, alarguntza-pentsioa { $percent } litzateke: { $amount } hilean, { $payments } ordainsaritan.
sum-orphan-result-base = Seme-alaba bakoitzak oinarri arautzailearen { $percent } kobratuko luke zurztasun-pentsiotzat: oinarria { $base } bada, { $amount } hilean, { $payments } ordainsaritan.
sum-orphan-result-pension = Oinarri arautzailea pentsioaren berdina balitz, { $base }, seme-alaba bakoitzak { $percent } kobratuko luke zurztasun-pentsiotzat: { $amount } hilean, { $payments } ordainsaritan.
sum-complement-one = Seme-alaba bategatik { $amount } izango lirateke hilean, { $payments } ordainsaritan.
sum-complement-many = { $children } seme-alabarengatik { $amount } izango lirateke hilean, { $each } bakoitzeko, { $payments } ordainsaritan.
sum-complement-most = { $children } seme-alabarengatik { $amount } izango lirateke hilean, { $payments } ordainsaritan: { $each } bakoitzeko, eta gehienez { $counts } zenbatzen dira.
sum-complement-total = { $complement } { $pension } pentsioarekin batera, guztira { $total } hilean.
sum-incapacity-partial = Ezintasun partziala ordainketa bakarra da, { $times } hilekokoa: oinarria { $base } bada, { $amount }.
sum-incapacity-total = Ezintasun osoa oinarri arautzailearen { $percent } da: oinarria { $base } bada, { $amount } kobratuko zenuke hilean, { $payments } ordainsaritan. Adin honetatik aurrera igo daiteke: { $age }.
sum-incapacity-qualified = Adinagatiko igoera duen ezintasun osoa oinarri arautzailearen { $percent } da: oinarria { $base } bada, { $amount } kobratuko zenuke hilean, { $payments } ordainsaritan.
sum-incapacity-absolute = Ezintasun absolutua oinarri arautzailearen { $percent } da: oinarria { $base } bada, { $amount } kobratuko zenuke hilean, { $payments } ordainsaritan.
sum-incapacity-severe = Ezintasun handia oinarri arautzailearen { $percent } da, gehi zaintzen zaituenarentzako osagarri bat: oinarria { $base } bada, { $amount } hilean, { $payments } ordainsaritan, eta aparte osagarria, kalkulatu ez dudana.

sum-birth-result = { $weeks } dagozkizu: { $once } jarraian erditzetik ({ $until_until }), { $flexible } haurrak { $months } bete arte eta { $later } haurrak { $years } bete arte. { $paid }
sum-birth-weeks = { $weeks } dagozkizu: { $once } jarraian erditzetik ({ $until_until }), { $flexible } haurrak { $months } bete arte eta { $later } haurrak { $years } bete arte.
sum-birth-paid = { $daily } kobratuko zenuke egunean: { $days }, { $month }.
sum-birth-paid-all = { $daily } kobratuko zenuke egunean: { $days }, { $month }; guztira, { $total }.
sum-birth-before = Data hau baino lehenagoko jaiotzen kalkulua ezin dizut egin: { $date }. Beste aste batzuk zituzten.

sum-deadline-working-days = { $date_until } duzu epea: { $count } egun baliodun jakinarazpenaren biharamunetik, larunbatak, igandeak eta jaiegunak kontatu gabe.
sum-deadline-months = { $date_until } duzu epea: hilabete jakinarazpenetik, edo hurrengo egun balioduna.
sum-deadline-over-working-days = Epea ({ $count } egun baliodun) { $date_on } amaituko zen. Egiaztatu gutuna edo hitz egin pertsona batekin lehenbailehen.
sum-deadline-over-months = Hilabeteko epea { $date_on } amaituko zen. Egiaztatu gutuna edo hitz egin pertsona batekin lehenbailehen.
sum-deadline-day = { $date }

sum-step-ordinary-age = Urtea: { $year }. { $needed } edo gehiago kotizatuta, { $long }; gutxiagorekin, { $age }.
sum-step-contributed = Kotizatuta { $date_until }: { $have }.
sum-step-minimum-years = Pentsiorako gutxienekoa: { $needed } kotizatuta.
sum-step-early-voluntary = Zeure borondatez: gehienez { $months } lehenago, { $needed } kotizatuta.
sum-step-early-involuntary = Enplegua galtzeagatik: gehienez { $months } lehenago, { $needed } kotizatuta.
sum-step-early-years = Aurreratzeko eskatzen den kotizazio-aldia: { $needed }.
sum-step-early-months = Gehienez { $months } aurreratu daiteke.
sum-step-early-ahead = Eguna: { $date }; adin arrunta: { $ordinary }. { $months } dira, hasitako hilabetea osorik zenbatuta.
sum-step-early-reduction = Murrizketa, { $months } lehenago eta { $contributed } kotizatuta: { $percent }.
sum-step-early-minimum = { $age } dituenaren gutxieneko pentsioa gainditu behar du: { $minimum } hilean.
sum-step-pension-percent = Ehunekoa, { $contributed } kotizatuta: { $percent }.
sum-step-pension-gross = { $base } × { $percent } = { $amount }.
sum-step-pension-highest = Gehieneko pentsioa: { $highest } hilean.
sum-step-pension-highest-cut = Gehieneko pentsioa, { $percent } murriztuta: { $highest } hilean.
sum-step-pension-net = { $amount } ken { $percent } = { $net }.
sum-step-pension-base = { $monthly } × { $months } / { $divisor } = { $base }, oinarri arautzailea.
sum-step-pension-delay = Erretiroa { $delay } geroago hartzeagatik: { $percent } gehiago.
sum-step-base-day = { $base } / { $days } = { $daily } egunean.
sum-step-base-highest = Oinarria ({ $base }) gehienekotzat hartzen da: { $highest }.
sum-step-jobs = { $first } + { $other } = { $total }.
sum-step-sick-nobody = { $first }. egunetik { $last }. egunera: ez dago sorospenik.
sum-step-sick-nobody-day = { $first }. eguna: ez dago sorospenik.
sum-step-sick-wage-day = { $first }. eguna: enpresak soldata osoa ordaintzen du.
sum-step-sick-ended-first = Kontratua amaitu eta lehenengo { $days }: { $base } × { $percent } = { $amount } hilean.
sum-step-sick-ended-later = Ondoren: { $base } × { $percent } = { $amount } hilean.
sum-step-sick-paid = { $first }. egunetik { $last }. egunera: { $percent }, { $daily } egunean, { $amount }. { $payer }
sum-step-sick-paid-day = { $first }. eguna: { $percent }, { $daily }, guztira { $amount }. { $payer }
sum-payer-employer = Enplegatzaileak ordaintzen du.
sum-payer-fund = GSINek edo mutuak ordaintzen du; enpresak ingresatzen dizu.
sum-payer-fund-direct = GSINek edo mutuak zuzenean ordaintzen dizu.
sum-payer-mutual = Mutuak ordaintzen dizu.
sum-step-quota-deduction = { $before } ken { $percent }, gastu orokorrengatik = { $income }.
sum-step-quota-band-reduced = Taula murriztuko { $band }. tartea: oinarria, gutxienez { $lowest } eta gehienez { $highest }.
sum-step-quota-band-general = Taula orokorreko { $band }. tartea: oinarria, gutxienez { $lowest } eta gehienez { $highest }.
sum-step-quota = { $base } × { $rate } = { $quota }.
sum-step-quota-flat = Kuota murriztua 2023tik 2025era: { $flat } hilean.
sum-step-household-band = Taulako { $band }. tartea: oinarria, { $base }.
sum-step-household-common = Kontingentzia arruntak: { $employer } enplegatzaileak eta { $worker } langileak.
sum-step-household-equity = Ekitate-mekanismoa (MEI): { $employer } eta { $worker }.
sum-step-household-accident = Lan-istripuak: { $percent }, enplegatzaileak.
sum-step-household-unemployment = Langabezia: { $employer } eta { $worker }.
sum-step-household-guarantee = FOGASA: { $percent }, enplegatzaileak.
sum-step-household-discounts = Enplegatzailearen zatiko deskontuak: { $reduction } kontingentzia arruntetan eta { $bonus } langabezian eta FOGASAn.
sum-step-widow = { $base } × { $percent } = { $amount }.
sum-step-complement = { $counts } × { $each } = { $amount }.
sum-step-complement-most = Gehienez { $most } seme-alaba zenbatzen dira.
sum-step-incapacity = { $base } × { $percent } = { $amount }.
sum-step-incapacity-partial = { $base } × { $times } = { $amount }.
sum-step-birth-weeks = { $weeks }: { $once } nahitaez { $until_until }; { $flexible } { $flexible_until_until } ({ $months }); { $later } { $later_until_until } ({ $years }).
sum-step-birth-pay = { $base } / { $days } × { $percent } = { $daily } egunean.
sum-step-deadline-working-days = { $count } egun baliodun: { $date_until }.
sum-step-deadline-months = Hilabete-kopurua: { $count }; { $date_until }.
sum-step-deadline-skipped = Zenbatzen ez diren jaiegunak: { $days }.

sum-assumed-working = Ordura arte kotizatzen jarraituko duzula suposatu dut.
sum-assumed-abroad = Beste herrialde batzuetako denbora gehitu dut ({ $abroad }): Europar Batasunekoak badira edo Espainiarekin hitzarmena badute, adinerako eta urteetarako balio du, baina Espainiak hemen kotizatutakoaren zatia bakarrik ordaintzen du.
sum-assumed-voluntary = Erretiroa zeure borondatez hartuko duzula suposatu dut.
sum-assumed-earliest = Lehenengo egun posiblea hartu dut: { $date }.
sum-assumed-day = Eguna ez dakidanez, hilabete horretako lehena hartu dut: { $date }.
sum-assumed-ordinary-age = Erretiroa adin arruntean hartuko duzula suposatu dut.
sum-assumed-employee = Besteren kontura lan egiten duzula suposatu dut.
sum-assumed-birth-today = Haurra gaur jaioko balitz bezala egin dut kalkulua, aurtengo arauekin eta zifrekin: baimenak zenbat irauten duen eta noiz arte jakiteko, esan erditzearen eguna.
sum-assumed-wage = Zure soldata hartu dut oinarritzat: nominakoa zertxobait handiagoa izan ohi da, aparteko ordainsarien zatia daramalako.
sum-assumed-jobs = Zure bi lanen oinarriak batu ditut: { $first } eta { $other }, guztira { $total } hilean. Biak besteren konturakoak badira bakarrik batzen dira.
sum-assumed-activities = Zure bi jardueretan irabazten duzuna batu dut: { $first } eta { $other }, guztira { $total } hilean.
sum-assumed-payments = Urteko { $payments } ordainsariak, bakoitza { $amount }, hamabi hilabeteen artean banatu ditut: { $month } hilean.
sum-assumed-household-base = Zure soldatari dagokion tarteko oinarria hartu dut: { $base }.
sum-assumed-flat-base = Tarifa lauarekin, baja gutxieneko oinarriaren gainean kalkulatzen da: { $base }, edozein direla ere zure etekinak.
sum-assumed-two-parents = Bi guraso direla suposatu dut: bakarra bada, aste gehiago dira.
sum-assumed-base = Zenbateko hori oinarri arautzailetzat hartu dut, hau da, urte askotako batezbestekotzat: hilabete bakarreko oinarriarekin kalkulua aldatzen da.
sum-assumed-average-base = Zenbateko hori oinarri arautzailetzat hartu dut, hau da, zenbait urtetako batezbestekotzat: soldatarekin edo hilabete bakarreko oinarriarekin kalkulua aldatzen da.
sum-assumed-incapacity-base = Oinarri arautzaile hori honela atera dut: kotizazio-oinarria, { $monthly } hilean; denbora, azken { $months }; arrazoia, gaixotasun arrunta. Txikiagoa izan daiteke, erretirorako falta zaizkizun urteak gehituta ere pentsioaren % 100era iristen ez bazara.
sum-assumed-this-year = Denbora hori bakarrik zenbatu dut, aurtengo eskalarekin. Zein egunetan jaio zinen esaten badidazu, adin arruntera arte falta zaizuna zenbatuko dut, orduko eskalarekin.
sum-assumed-month = { $days } kontatu ditut.
sum-assumed-deducted = Gastuak eta gastu orokorren kenkaria ({ $general }, edo { $company } sozietateetan) kenduta daudela suposatu dut.
sum-assumed-permanent = Kontratua mugagabea dela suposatu dut.
sum-assumed-widow-general = Ehuneko orokorra hartu dut: handiagoak daude 65 urtetik aurrera edo seme-alabak zure kargura izanda, diru-sarrera txikiekin.
sum-assumed-complement = Kotizaziopeko pentsio bat duten amek eska dezakete; aitei baldintza gehiago eskatzen zaizkie.
sum-assumed-severe = Ezintasun absolutuaren ehunekoa hartu dut: zurea beste pertsona baten laguntza behar duen ezintasun osoa bada, txikiagoa da.

sum-limit-recent-years = Gainera, kotizatutako bi urtek azken hamabosten barruan egon behar dute.
sum-limit-special-ages = Ez ditut kontuan hartu lanbide batzuen eta desgaitasunaren adin txikiagoak.
sum-limit-early-minimum = Aurreratzeko, pentsioak 65 urterekin legokizukeen gutxienekoa gainditu behar du.
sum-limit-early-military = Nahitaezko zerbitzu militarrak edo sozialak urtebete arte gehitzen du, eskatutako urteetara iristeko.
sum-limit-early-life = Murrizketa betiko da.
sum-limit-early-involuntary = Kaleratzea edo legeko beste arrazoi bat behar da, eta sei hilabete lan-eskatzaile gisa; autonomoentzat ez da.
sum-limit-early-subsidy = Gutxienez hiru hilabete badaramatzazu langabezia-sorospena kobratzen, murrizketa txikiagoa izan daiteke.
sum-limit-early-family = Zure familiaren arabera, pentsioak hileko { $minimum } gainditu beharko luke; bestela, ezingo zenuke aurreratu.
sum-limit-early-capped = Gehienekoaren gaineko pentsioetan badira arau iragankorrak, zerbait gehiago eman diezazuketenak.
sum-limit-pension-base = GSINek oinarri zaharrak KPIarekin eguneratzen ditu eta oinarria kalkulatzeko bi modu alderatzen ditu; onena aplikatzen du.
sum-limit-pension-minimum = Zure familiaren eta diru-sarreren arabera, osagarri bat izan zenezake, hilean { $minimum } bete arte.
sum-limit-delay-half = Urte eta erdi baino gehiago eta bi urte baino gutxiago atzeratuz gero, galdetu GSINi ea gehiago gehitzen den.
sum-limit-delay-forms = Ordainketa bakarra edo bien nahasketa ere aukera dezakezu.
sum-limit-delay-highest = Atzerapenagatik gehieneko pentsiotik gora dagoena aparte kobratzen da, muga batekin.
sum-limit-sick-contributed = Gaixotasun arruntagatik, azken bost urteetan hau behar da kotizatuta: { $days }.
sum-limit-sick-work-base = Lan-istripuen oinarriarekin kalkulatzen da; aparteko orduen batez bestekoa aparte egiten da.
sum-limit-sick-self-employed = Kuotak egunean izan behar dituzu.
sum-limit-sick-agreement = Hitzarmenak edo enpresak hobetu dezake, lehenengo egunetan ere bai.
sum-limit-sick-part-time = Lanaldi partzialean edo aldizkako langile finkoa izanda, oinarria azken hiru hilabeteekin kalkulatzen da.
sum-limit-sick-extended = { $days } igarota, GSINek erabakitzen du baja luzatu ala ez.
sum-limit-sick-ended = Azken 180 egunetako oinarrien batez bestekoa hartzen da. Gehienekoa eta gutxienekoa zure kargura dauden seme-alaben araberakoak dira, eta ez ditut kalkulatu.
sum-limit-quota-yearly = Hurrengo urtean Ogasunari aitortutakoarekin berrikusten da.
sum-limit-quota-company = Sozietate batekin gutxieneko oinarria handiagoa izan daiteke: ez dut kalkulatu.
sum-limit-household-hours = Oinarria ezin da izan hitzartutako orduetarako gutxieneko soldatari dagokiona baino txikiagoa.
sum-limit-household-more = Familia ugaria edo diru-sarrera txikiak izanez gero, deskontuak handiagoak izan daitezke.
sum-limit-widow-pension = Alarguntza oinarri arautzailearekin kalkulatzen da, eta hori pentsioaz bestelakoa izan daiteke.
sum-limit-widow-general = 65 urte edo gehiago izan eta beste pentsiorik ez baduzu, edo seme-alabak zure kargura eta diru-sarrera txikiak badituzu, ehunekoa handiagoa da.
sum-limit-widow-older = 65 urte eskatzen ditu, beste pentsiorik edo lanik ez izatea eta diru-sarreren muga bat ez gainditzea.
sum-limit-widow-minimum = Zure adinaren, familiaren eta diru-sarreren arabera, osagarri bat izan zenezake gutxieneko pentsiora iritsi arte.
sum-limit-orphan-together = Alarguntza- eta zurztasun-pentsioek, guztira, ezin dute oro har oinarri arautzailea gainditu: seme-alaba asko badira, bakoitzak gutxiago kobra dezake.
sum-limit-orphan-alone = Inork ez badu alarguntza-pentsioa kobratzen, batzuetan zurztasun-pentsioa igo egiten da.
sum-limit-orphan-minimum = Diru-sarrera txikiak izanez gero, gutxieneko zurztasun-pentsiora arte osa liteke.
sum-limit-complement-one = Bi gurasoetako batek bakarrik kobratzen du.
sum-limit-incapacity-minimum = Zure adinaren, familiaren eta diru-sarreren arabera, osagarri bat izan zenezake gutxieneko pentsiora iritsi arte.
sum-limit-incapacity-work = Lan-istripu edo lanbide-gaixotasunagatik bada, 12 ordainsari dira, eta oinarria beste modu batera kalkulatzen da.
sum-limit-incapacity-late = 67 urterekin edo geroago ematen bada, erretirorako nahikoa kotizatu gabe, ehunekoa erretirorako gutxieneko urteena da.
sum-limit-incapacity-partial = Oinarria baja medikorako erabili zena da.
sum-limit-birth-more = Denbora gehiago dago erditze anizkoitzetan, desgaitasunean edo haurra ospitaleratuta dagoenean.
sum-limit-birth-besides = Denbora gehiago dago desgaitasuna badago edo haurra ospitaleratuta badago.
sum-limit-birth-contributed = 21 urtetik aurrera gutxieneko kotizazio bat behar da.
sum-limit-birth-base = Erditzearen aurreko hilaren aurrekoaren oinarria hartzen da; bestelako kalkulua da autonomoa bazara edo lanaldi partziala baduzu.
sum-limit-deadline-regional = Espainia osoko jaiegunak bakarrik kontatu ditut: erkidegokoek eta herrikoek egunen bat gehiago eman diezazukete.
sum-limit-deadline-local = Herriko jaiegunek egunen bat gehiago eman diezazukete.
sum-limit-deadline-court = Epaitegian abuztua eta abenduaren 24tik urtarrilaren 6ra arteko egunak ez dira zenbatu ohi: epe luzeagoa izan zenezake, baina galdetu itxaron aurretik.
sum-assumed-decision = Gutuna GSINen ebazpen bat dela hartu dut, aurretiazko erreklamazio batekin erantzuten dena. Alegazioak bakarrik eskatzen badizkizu, epea laburragoa da: gutunak dioena. Alta mediko bat bada, erreklamatzeko epea lehenago amaitzen da: { $discharge_on }.
sum-limit-deadline-letter = Orientagarria da: zure gutunak dioen epea da agintzen duena.
