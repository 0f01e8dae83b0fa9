# Sums with what a person tells: questions, results, steps, limits.

sum-ask-born = Quin dia va néixer?
sum-ask-contributed = Quant de temps ha cotitzat fins avui, en anys i mesos?
sum-ask-until = Aquest temps és el que ha cotitzat fins avui o el que tindrà quan es jubili?
sum-ask-abroad = Quant de temps ha cotitzat en altres països, en anys i mesos?
sum-ask-still-working = Continua treballant i cotitzant?
sum-ask-leaving = Quin dia es vol jubilar?
sum-ask-ahead = Quant de temps abans de la seva edat ordinària es vol jubilar, en anys i mesos?
sum-ask-pension-base = Quina és la seva base reguladora mensual?
sum-ask-ending = Es jubila per voluntat pròpia o perquè va perdre la feina sense voler-ho?
sum-ask-spouse = No té cònjuge, té cònjuge a càrrec o el seu cònjuge té ingressos propis?
sum-ask-monthly-base = Quina ha estat, més o menys, la seva base de cotització mensual els últims 25 anys?
sum-ask-delay = Quant de temps després de l'edat ordinària es jubilaria, en anys i mesos?
sum-ask-sick-base = Quina va ser la seva base de cotització del mes anterior a la baixa? La trobarà a la nòmina.
sum-ask-wage = Quant cobra al mes, en brut?
sum-ask-other-job = Quant és a l'altra feina, al mes?
sum-ask-payments = En quantes pagues l'any cobra aquest sou?
sum-ask-cause = La baixa és per malaltia comuna o accident fora de la feina, o per accident de treball o malaltia professional?
sum-ask-days = Quants dies dura la baixa?
sum-ask-first-day = Quin dia va començar la baixa?
sum-ask-last-day = Quin és l'últim dia de la baixa?
sum-ask-from-day = Des de quin dia de la baixa vol comptar?
sum-ask-month = Quin mes vol que calculi?
sum-ask-regime = Treballa per compte d'altri, per compte propi o en el treball de la llar?
sum-ask-income = Quant guanya al mes de mitjana, ja descomptades les despeses i la deducció per despeses genèriques?
sum-ask-revenue = Quant factura al mes, sense IVA?
sum-ask-expenses = Quant gasta al mes en la seva activitat, sense IVA?
sum-ask-household-pay = Quin sou al mes té la persona empleada, amb la part de les pagues extraordinàries?
sum-ask-contract = El contracte és indefinit o temporal?
sum-ask-how-many-children = Quants fills ha tingut o adoptat?
sum-ask-own-pension = Quina pensió cobra, o cobrarà, al mes?
sum-ask-incapacity-base = Quina és la seva base reguladora al mes? És a la resolució de l'INSS, o l'hi diuen a l'INSS.
sum-ask-degree = Quin grau d'incapacitat té, o li sembla que li donarien?
sum-ask-deduction = Ja ha restat la deducció per despeses genèriques? Si no, treballa pel seu compte o a través d'una societat?
sum-ask-flat-rate = Té la tarifa plana?
sum-ask-after-contract = Se li va acabar el contracte durant la baixa?
sum-ask-deceased-base = Quina era la base reguladora mensual de la persona difunta?
sum-ask-deceased-pension = Quina pensió mensual cobrava la persona difunta?
sum-ask-case = Té 65 anys o més i cap altre ingrés, té fills a càrrec i pocs ingressos, o cap dels dos casos?
sum-ask-child-birth = Quin dia va néixer o ha de néixer el nadó?
sum-ask-babies = Quants nadons són?
sum-ask-parents = Són dos progenitors o un de sol?
sum-ask-birth-base = Quina és la seva base de cotització mensual? La trobarà a la nòmina.
sum-ask-kind = Què vol presentar: reclamació prèvia, demanda, al·legacions o recurs d'alçada?
sum-ask-notified = Quin dia va rebre la notificació?
sum-ask-province = A quina província viu?

sum-option-yes = Sí
sum-option-no = No
sum-option-until-today = El que he cotitzat fins avui
sum-option-until-end = El que tindré quan em jubili
sum-option-ending-voluntary = Per voluntat pròpia
sum-option-ending-involuntary = Vaig perdre la feina
sum-option-spouse-alone = Sense cònjuge
sum-option-spouse-dependent-spouse = Amb cònjuge a càrrec
sum-option-spouse-other-spouse = Amb cònjuge que té ingressos
sum-option-cause-common = Malaltia comuna o accident fora de la feina
sum-option-cause-work = Accident de treball o malaltia professional
sum-option-regime-employee = Per compte d'altri
sum-option-regime-self-employed = Per compte propi
sum-option-regime-household = Treball de la llar
sum-option-deduction-done = Ja està restada
sum-option-deduction-general = No, treballo pel meu compte
sum-option-deduction-company = No, tinc una societat
sum-option-case-general = Cap dels dos
sum-option-case-older = 65 anys o més i sense altres ingressos
sum-option-case-dependants = Fills a càrrec i pocs ingressos
sum-option-parents-two = Dos
sum-option-parents-single = Un de sol
sum-option-kind-prior-claim = Reclamació prèvia
sum-option-kind-discharge-claim = Reclamació contra una alta mèdica
sum-option-kind-lawsuit = Demanda
sum-option-kind-discharge-lawsuit = Demanda contra una alta mèdica
sum-option-kind-allegations-10 = Al·legacions en 10 dies
sum-option-kind-allegations-15 = Al·legacions en 15 dies
sum-option-kind-appeal = Recurs d'alçada
sum-option-kind-decision = Una resolució de l'INSS, no en sé més
sum-option-contract-permanent = Indefinit
sum-option-contract-temporary = Temporal
sum-option-degree-partial = Parcial
sum-option-degree-total = Total
sum-option-degree-qualified = Total qualificada (55 anys o més)
sum-option-degree-absolute = Absoluta
sum-option-degree-severe = Gran incapacitat

sum-refused-not-a-number = Necessito una quantitat en xifres.
sum-refused-negative = Aquesta quantitat no pot ser menor que zero.
sum-refused-too-much = Aquesta quantitat és massa alta. La pot comprovar?
sum-refused-too-little = Aquesta quantitat és massa baixa. La pot comprovar?
sum-refused-not-whole = Necessito un nombre enter.
sum-refused-not-a-date = Necessito una data amb dia, mes i any.
sum-refused-no-such-day = Aquest dia no existeix. El pot comprovar?
sum-refused-future = Aquesta data encara no ha arribat. La pot comprovar?
sum-refused-past = Aquesta data ja ha passat. Digui'm-ne una a partir d'avui.
sum-refused-too-far = Aquesta data queda massa lluny. La pot comprovar?
sum-refused-too-old = Amb aquesta data tindria més de 120 anys. La pot comprovar?
sum-refused-not-a-duration = Necessito el temps en anys i mesos.
sum-refused-too-long = Són massa anys cotitzats. Els pot comprovar?
sum-refused-more-than-life = Amb la seva edat no pot haver cotitzat tant de temps. Ho pot comprovar?
sum-refused-not-an-option = No he entès quina de les opcions és la seva.
sum-refused-order = L'últim dia és anterior al primer. Els pot comprovar?
sum-refused-unknown = Aquesta dada no cal per a aquest càlcul.

sum-official-benefits = És orientatiu: ho decideix l'INSS.
sum-official-contributions = És orientatiu: ho decideix la Tresoreria General de la Seguretat Social.
sum-limit-last-published = Les xifres són les de { $year }: les noves encara no s'han publicat.

sum-retirement-date-result = Es podria jubilar als { $age }, { $date_on }, { $why }. { $early }
sum-retirement-date-reached-long = Ja ha complert l'edat ordinària: hi va arribar { $date_on }, als { $age }, amb { $needed } cotitzats com a mínim.
sum-retirement-date-reached-short = Ja ha complert l'edat ordinària: hi va arribar { $date_on }, als { $age }, amb menys de { $needed } cotitzats.
sum-retirement-date-years-later = Es podria jubilar { $date_on }: als { $age } encara no tindria els { $needed } cotitzats que calen.
sum-retirement-date-past = Ja fa anys que va complir l'edat ordinària de jubilació.
sum-retirement-too-few = Amb { $have } cotitzats no arriba al mínim de { $needed } per a la pensió de jubilació.
sum-retirement-why-long = perquè tindrà com a mínim { $needed } cotitzats
sum-retirement-why-short = perquè tindrà menys de { $needed } cotitzats
sum-retirement-early = De manera voluntària i amb menys pensió, { $date_from }.
sum-retirement-early-now = De manera voluntària i amb menys pensió, ja podria.
sum-retirement-early-involuntary = Per haver perdut la feina, i amb menys pensió, { $date_from }.
sum-retirement-early-now-involuntary = Per haver perdut la feina, i amb menys pensió, ja podria.
sum-retirement-no-early = Avançar-la per voluntat pròpia no seria possible: calen { $needed } cotitzats.
sum-retirement-no-early-involuntary = No la podria avançar per haver perdut la feina: calen { $needed } cotitzats.

sum-early-result-amount = Si es jubila { $date_on }, { $months } abans, la pensió baixa un { $percent }: amb una base de { $base } cobraria { $amount } al mes en { $payments } pagues.
sum-early-result-capped = Si es jubila { $date_on }, { $months } abans, es rebaixa un { $percent } de la pensió màxima, { $highest }: cobraria { $amount } al mes en { $payments } pagues.
sum-early-result-share = Si es jubila { $date_on }, { $months } abans de l'edat ordinària, la pensió baixa un { $percent }: cobraria el { $net } de la base reguladora.
sum-early-abroad = Si es jubila { $date_on }, { $months } abans de l'edat ordinària, la pensió baixa un { $percent }. Espanya paga només la part cotitzada aquí, més o menys el { $part }: aquest càlcul el fa l'INSS.
sum-early-reached = Aquell dia ja tindria l'edat ordinària i, per tant, no hi ha rebaixa: li correspondria el { $percent } de la base reguladora.
sum-early-too-few = No es podria jubilar abans { $date_on }: tindria { $have } cotitzats i calen { $needed }.
sum-early-never = No podria anticipar la jubilació: en arribar a l'edat ordinària, { $date_on }, tindria { $have } cotitzats i per anticipar-la calen { $needed } abans.
sum-early-too-young = Aquell dia és massa aviat: es pot anticipar { $months } com a màxim. El primer dia possible: { $date }.
sum-early-below = No podria: la pensió quedaria en { $amount } al mes i ha de superar la mínima, { $minimum }.

sum-retirement-amount-result = Amb { $contributed } cotitzats li correspon el { $percent } de la base reguladora: amb { $base } cobraria { $amount } al mes en { $payments } pagues.
sum-abroad-share = Amb { $contributed } en total li correspondria el { $percent } de la base reguladora, però Espanya paga només la part cotitzada aquí, més o menys el { $part } d'aquesta pensió: el càlcul exacte el fa l'INSS.
sum-abroad-on-share = Si es jubila { $date_on }, als { $age } i amb { $contributed } en total, seria el { $percent } de la base reguladora; Espanya paga només la part cotitzada aquí, prop del { $part }: ho calcula l'INSS.
sum-abroad-late-share = Si es jubila { $date_on }, als { $age }, seria el { $percent } de la base reguladora ({ $extra } per endarrerir-la { $delay }); Espanya paga només la part cotitzada aquí, prop del { $part }: ho calcula l'INSS.
sum-retirement-on-result = Si es jubila { $date_on }, als { $age } i amb { $contributed } cotitzats, li correspon el { $percent } de la base reguladora: amb { $base } cobraria { $amount } al mes en { $payments } pagues.
sum-retirement-then = Es podria jubilar { $date_on }, als { $age }, amb { $contributed } cotitzats: el { $percent } de la base reguladora de { $base }, { $amount } al mes en { $payments } pagues.
sum-retirement-late-result = Si es jubila { $date_on }, als { $age }, li correspon el { $percent } de la base reguladora ({ $extra } per endarrerir-la { $delay }): amb { $base }, { $amount } al mes en { $payments } pagues.

sum-sick-pay-result = Amb una base de { $base } cobraria uns { $total }: { $parts }.
sum-sick-pay-part = del dia { $first } al { $last }, { $daily } al dia ({ $percent })
sum-sick-pay-part-from = des del dia { $first }, { $daily } al dia ({ $percent })
sum-sick-pay-daily = Amb una base de { $base } cobraria { $parts }. Els primers { $days }, uns { $month }. Si em diu quant dura, li dono el total.
sum-sick-pay-part-day = el dia { $first }, { $daily } ({ $percent })
sum-sick-pay-nothing-common = Aquests dies no es cobra subsidi: per malaltia comuna o accident no laboral es paga des del quart dia de baixa.
sum-sick-pay-nothing-work = Aquest dia no es cobra subsidi: per accident de treball o malaltia professional es paga des de l'endemà de la baixa.
sum-sick-pay-ended = Acabat el contracte, per malaltia comuna es cobra com l'atur: amb una base mitjana de { $base } serien { $first } al mes els primers { $days } ({ $first_percent }) i { $later } després ({ $later_percent }), sense passar del seu màxim.

sum-quota-result = Amb { $income } nets al mes pagaria com a mínim { $quota } al mes: el { $rate } de la base mínima del seu tram, { $base }.
sum-quota-result-deducted = De { $before } al mes queden { $income }, descomptat el { $off } per despeses genèriques: pagaria com a mínim { $quota } al mes, el { $rate } de la base mínima del seu tram, { $base }.
sum-quota-flat = Amb la tarifa plana no pagaria els { $quota } del seu tram, sinó la quota reduïda. Fins al 2025 era de { $flat } al mes; la d'aquest any, confirmi-la amb la Tresoreria.
sum-household-result = Amb un sou de { $pay } al mes, pagues extraordinàries incloses, la base és de { $base } i la quota de { $total } al mes, amb els descomptes generals: { $employer } els posa qui dona la feina i { $worker } surten del sou.

sum-widow-result-base = La pensió de viduïtat seria el { $percent } de la base reguladora: amb { $base }, { $amount } al mes en { $payments } pagues.
sum-widow-result-dependants = En general la viduïtat és el { $general_percent } de la base reguladora: amb { $base }, { $general_amount } al mes en { $payments } pagues. Amb fills a càrrec, pocs ingressos i la pensió com a ingrés principal, el { $percent }: { $amount }.
sum-widow-result-pension = Si la base reguladora fos igual que la pensió, { $base }, la viduïtat seria el { $percent }: { $amount } al mes en { $payments } pagues.
sum-orphan-result-base = Cada fill cobraria d'orfenesa el { $percent } de la base reguladora: amb { $base }, { $amount } al mes en { $payments } pagues.
sum-orphan-result-pension = Si la base reguladora fos igual que la pensió, { $base }, cada fill cobraria d'orfenesa el { $percent }: { $amount } al mes en { $payments } pagues.
sum-complement-one = Per un fill serien { $amount } al mes, en { $payments } pagues.
sum-complement-many = Per { $children } fills serien { $amount } al mes, { $each } per cadascun, en { $payments } pagues.
sum-complement-most = Per { $children } fills serien { $amount } al mes, en { $payments } pagues: { $each } per cadascun, i en compten { $counts } com a màxim.
sum-complement-total = { $complement } Amb la pensió de { $pension }, en total { $total } al mes.
sum-incapacity-partial = La incapacitat parcial és un pagament únic de { $times } mensualitats: amb una base de { $base }, { $amount }.
sum-incapacity-total = La incapacitat total és el { $percent } de la base reguladora: amb { $base } cobraria { $amount } al mes en { $payments } pagues. A partir dels { $age } pot pujar.
sum-incapacity-qualified = La incapacitat total amb l'augment per edat és el { $percent } de la base reguladora: amb { $base } cobraria { $amount } al mes en { $payments } pagues.
sum-incapacity-absolute = La incapacitat absoluta és el { $percent } de la base reguladora: amb { $base } cobraria { $amount } al mes en { $payments } pagues.
sum-incapacity-severe = La gran incapacitat és el { $percent } de la base reguladora més un complement per a qui té cura de vostè: amb { $base }, { $amount } al mes en { $payments } pagues, i a part el complement, que no he calculat.

sum-birth-result = Li corresponen { $weeks }: { $once } seguides des del part ({ $until_until }), { $flexible } fins que el nadó faci { $months } i { $later } fins als { $years }. { $paid }
sum-birth-weeks = Li corresponen { $weeks }: { $once } seguides des del part ({ $until_until }), { $flexible } fins que el nadó faci { $months } i { $later } fins als { $years }.
sum-birth-paid = Cobraria { $daily } al dia: { $month } en { $days }.
sum-birth-paid-all = Cobraria { $daily } al dia, { $month } en { $days } i { $total } en total.
sum-birth-before = No li puc fer el càlcul dels naixements anteriors a aquesta data: { $date }. Tenien altres setmanes.

sum-deadline-working-days = Té temps { $date_until }: { $count } dies hàbils des de l'endemà de la notificació, sense dissabtes, diumenges ni festius.
sum-deadline-months = Té temps { $date_until }: un mes des de la notificació, o el dia hàbil següent.
sum-deadline-over-working-days = El termini de { $count } dies hàbils hauria acabat { $date_on }. Comprovi la carta o parli amb una persona com més aviat millor.
sum-deadline-over-months = El termini d'un mes hauria acabat { $date_on }. Comprovi la carta o parli amb una persona com més aviat millor.
sum-deadline-day = { $date }

sum-step-ordinary-age = El { $year }: { $long } amb { $needed } cotitzats o més; { $age } amb menys.
sum-step-contributed = Cotitzat { $date_until }: { $have }.
sum-step-minimum-years = Mínim per a la pensió: { $needed } cotitzats.
sum-step-early-voluntary = Per voluntat pròpia: { $months } abans com a màxim, amb { $needed } cotitzats.
sum-step-early-involuntary = Per haver perdut la feina: { $months } abans com a màxim, amb { $needed } cotitzats.
sum-step-early-years = Anys cotitzats que es demanen per anticipar-la: { $needed }.
sum-step-early-months = Es pot anticipar com a màxim { $months }.
sum-step-early-ahead = Data: { $date }; edat ordinària: { $ordinary }. Són { $months }, comptant sencer el mes començat.
sum-step-early-reduction = Rebaixa per { $months } amb { $contributed } cotitzats: { $percent }.
sum-step-early-minimum = Ha de superar la pensió mínima als { $age }: { $minimum } al mes.
sum-step-pension-percent = Percentatge per { $contributed } cotitzats: { $percent }.
sum-step-pension-gross = { $base } × { $percent } = { $amount }.
sum-step-pension-highest = Pensió màxima: { $highest } al mes.
sum-step-pension-highest-cut = La pensió màxima, rebaixada un { $percent }: { $highest } al mes.
sum-step-pension-net = { $amount } menys el { $percent } = { $net }.
sum-step-pension-base = { $monthly } × { $months } / { $divisor } = { $base } de base reguladora.
sum-step-pension-delay = Per jubilar-se { $delay } més tard: { $percent } més.
sum-step-base-day = { $base } / { $days } = { $daily } al dia.
sum-step-base-highest = La base de { $base } compta com la màxima: { $highest }.
sum-step-jobs = { $first } + { $other } = { $total }.
sum-step-sick-nobody = Del dia { $first } al { $last }: no hi ha subsidi.
sum-step-sick-nobody-day = Dia { $first }: no hi ha subsidi.
sum-step-sick-wage-day = Dia { $first }: l'empresa paga el salari sencer.
sum-step-sick-ended-first = Des del final del contracte, els primers { $days }: { $base } × { $percent } = { $amount } al mes.
sum-step-sick-ended-later = Després: { $base } × { $percent } = { $amount } al mes.
sum-step-sick-paid = Del dia { $first } al { $last }: { $percent }, { $daily } al dia, { $amount }. { $payer }
sum-step-sick-paid-day = Dia { $first }: { $percent }, { $daily }, { $amount } en total. { $payer }
sum-payer-employer = Ho paga qui li dona feina.
sum-payer-fund = Ho paga l'INSS o la mútua; l'hi ingressa l'empresa.
sum-payer-fund-direct = L'hi paga directament l'INSS o la mútua.
sum-payer-mutual = L'hi paga la mútua.
sum-step-quota-deduction = { $before } menys el { $percent } per despeses genèriques = { $income }.
sum-step-quota-band-reduced = Tram { $band } de la taula reduïda: base de { $lowest } a { $highest }.
sum-step-quota-band-general = Tram { $band } de la taula general: base de { $lowest } a { $highest }.
sum-step-quota = { $base } × { $rate } = { $quota }.
sum-step-quota-flat = Quota reduïda del 2023 al 2025: { $flat } al mes.
sum-step-household-band = Tram { $band } de la taula: base de { $base }.
sum-step-household-common = Contingències comunes: { $employer } qui dona la feina i { $worker } qui treballa.
sum-step-household-equity = Mecanisme d'equitat (MEI): { $employer } i { $worker }.
sum-step-household-accident = Accidents de treball: { $percent }, qui dona la feina.
sum-step-household-unemployment = Desocupació: { $employer } i { $worker }.
sum-step-household-guarantee = FOGASA: { $percent }, qui dona la feina.
sum-step-household-discounts = Descomptes en la part de qui dona la feina: { $reduction } en contingències comunes i { $bonus } en desocupació i FOGASA.
sum-step-widow = { $base } × { $percent } = { $amount }.
sum-step-complement = { $counts } × { $each } = { $amount }.
sum-step-complement-most = Compten { $most } fills com a màxim.
sum-step-incapacity = { $base } × { $percent } = { $amount }.
sum-step-incapacity-partial = { $base } × { $times } = { $amount }.
sum-step-birth-weeks = { $weeks }: { $once } obligatòries { $until_until }; { $flexible } { $flexible_until_until } ({ $months }); { $later } { $later_until_until } ({ $years }).
sum-step-birth-pay = { $base } / { $days } × { $percent } = { $daily } al dia.
sum-step-deadline-working-days = { $count } dies hàbils: { $date_until }.
sum-step-deadline-months = { $count } mes: { $date_until }.
sum-step-deadline-skipped = Festius que no compten: { $days }.

sum-assumed-working = He suposat que continuarà cotitzant fins aleshores.
sum-assumed-abroad = He sumat { $abroad } d'altres països: si són de la Unió Europea o tenen conveni amb Espanya, compten per a l'edat i els anys, però Espanya només paga la part del que ha cotitzat aquí.
sum-assumed-voluntary = He suposat que es jubila per voluntat pròpia.
sum-assumed-earliest = He agafat el primer dia possible: { $date }.
sum-assumed-day = Com que no sé el dia, he pres el primer d'aquell mes: { $date }.
sum-assumed-ordinary-age = He suposat que es jubila a l'edat ordinària.
sum-assumed-employee = He suposat que treballa per compte d'altri.
sum-assumed-birth-today = He fet el càlcul com si el nadó nasqués avui, amb les regles i les xifres d'aquest any: per saber quant dura el permís i fins quan, digui'm el dia del part.
sum-assumed-wage = He pres el seu sou com a base: la de la nòmina sol ser una mica més alta, perquè porta la part de les pagues extraordinàries.
sum-assumed-jobs = He sumat les bases de les seves dues feines: { $first } i { $other }, en total { $total } al mes. Només se sumen si totes dues són per compte d'altri.
sum-assumed-activities = He sumat el que guanya amb les seves dues activitats: { $first } i { $other }, en total { $total } al mes.
sum-assumed-payments = He repartit { $payments } pagues de { $amount } entre els dotze mesos de l'any: { $month } al mes.
sum-assumed-household-base = He pres la base del tram que correspon al seu sou, { $base }.
sum-assumed-flat-base = Amb la tarifa plana la baixa es calcula sobre la base mínima, { $base }, guanyi el que guanyi.
sum-assumed-two-parents = He comptat amb dos progenitors: si n'hi ha un de sol, són més setmanes.
sum-assumed-base = He pres aquesta quantitat com a base reguladora, que és una mitjana de molts anys: amb la base d'un sol mes el càlcul canvia.
sum-assumed-average-base = He pres aquesta quantitat com a base reguladora, que és una mitjana d'uns quants anys: amb un sou o amb la base d'un sol mes el càlcul canvia.
sum-assumed-incapacity-base = Aquesta base reguladora surt de cotitzar per { $monthly } els últims { $months }, per malaltia comuna. Pot ser menor si, sumant els anys que li falten fins a jubilar-se, no arriba al 100 % de la pensió.
sum-assumed-this-year = He comptat només aquest temps, amb l'escala d'enguany. Si em diu quin dia va néixer, compto el que li falta fins a l'edat ordinària i faig servir l'escala d'aleshores.
sum-assumed-month = He comptat { $days }.
sum-assumed-deducted = He suposat que ja ha restat les despeses i la deducció per despeses genèriques ({ $general }, o { $company } en societats).
sum-assumed-permanent = He suposat que el contracte és indefinit.
sum-assumed-widow-general = He agafat el percentatge general: n'hi ha de més alts a partir dels 65 anys o amb fills a càrrec, amb pocs ingressos.
sum-assumed-complement = El poden demanar les mares amb una pensió contributiva; als pares se'ls demanen més condicions.
sum-assumed-severe = He pres el percentatge de la incapacitat absoluta: si la seva és una total amb ajuda d'una altra persona, és més baix.

sum-limit-recent-years = A més, dos dels anys cotitzats han d'estar dins dels últims quinze.
sum-limit-special-ages = No compto les edats més baixes d'algunes professions ni les de la discapacitat.
sum-limit-early-minimum = Per anticipar-la, la pensió ha de superar la mínima que li correspondria als 65 anys.
sum-limit-early-military = El servei militar o social obligatori suma fins a un any per arribar als anys que es demanen.
sum-limit-early-life = La rebaixa és per sempre.
sum-limit-early-involuntary = Cal un acomiadament o una altra causa de la llei i sis mesos com a demandant d'ocupació; no serveix per a autònoms.
sum-limit-early-subsidy = Si fa almenys tres mesos que cobra el subsidi per desocupació, la rebaixa pot ser més petita.
sum-limit-early-family = Segons la seva família, la pensió hauria de superar { $minimum } al mes; si no, no la podria anticipar.
sum-limit-early-capped = Amb pensions per sobre de la màxima hi ha regles transitòries que li poden donar una mica més.
sum-limit-pension-base = L'INSS actualitza les bases antigues amb l'IPC i compara dues maneres de calcular la base; aplica la millor.
sum-limit-pension-minimum = Segons la família i els ingressos, podria tenir un complement fins a { $minimum } al mes.
sum-limit-delay-half = Amb més d'un any i mig de demora però menys de dos, pregunti a l'INSS si suma res més.
sum-limit-delay-forms = També pot triar un pagament únic o una combinació.
sum-limit-delay-highest = El que passa de la pensió màxima per la demora es cobra a part, amb un topall.
sum-limit-sick-contributed = Per malaltia comuna calen { $days } cotitzats els últims cinc anys.
sum-limit-sick-work-base = Es calcula amb la base d'accidents de treball; les hores extres es calculen a part amb la mitjana.
sum-limit-sick-self-employed = Ha d'estar al corrent de les quotes.
sum-limit-sick-agreement = El conveni o l'empresa ho poden millorar, també els primers dies.
sum-limit-sick-part-time = A temps parcial o com a fix discontinu, la base es calcula amb els tres últims mesos.
sum-limit-sick-extended = A partir de { $days } l'INSS decideix si la baixa es prorroga.
sum-limit-sick-ended = Compta la mitjana de les seves bases dels últims 180 dies. El màxim i el mínim depenen dels fills a càrrec i no els he calculat.
sum-limit-quota-yearly = L'any següent es revisa amb el que declari a Hisenda.
sum-limit-quota-company = Amb una societat la base mínima pot ser més alta: no l'he calculada.
sum-limit-household-hours = La base no pot ser menor que la del salari mínim per les hores pactades.
sum-limit-household-more = Amb família nombrosa o pocs ingressos els descomptes poden ser més grans.
sum-limit-widow-pension = La viduïtat es calcula amb la base reguladora, que pot ser diferent de la pensió.
sum-limit-widow-general = Amb 65 anys o més sense cap altra pensió, o amb fills a càrrec i pocs ingressos, el percentatge és més alt.
sum-limit-widow-older = Cal tenir 65 anys, cap altra pensió ni feina i no passar d'un límit d'ingressos.
sum-limit-widow-minimum = Segons l'edat, la família i els ingressos, podria tenir un complement fins a la pensió mínima.
sum-limit-orphan-together = La viduïtat i les orfeneses juntes no passen, en general, de la base reguladora: amb molts fills, cadascun pot cobrar menys.
sum-limit-orphan-alone = Si ningú no cobra la viduïtat, de vegades l'orfenesa puja.
sum-limit-orphan-minimum = Amb pocs ingressos es podria completar fins a la pensió mínima d'orfenesa.
sum-limit-complement-one = Només el cobra un dels dos progenitors.
sum-limit-incapacity-minimum = Segons l'edat, la família i els ingressos, podria tenir un complement fins a la pensió mínima.
sum-limit-incapacity-work = Si ve d'un accident de treball o malaltia professional, són 12 pagues i la base es calcula d'una altra manera.
sum-limit-incapacity-late = Si es concedeix als 67 anys o després per no arribar a la jubilació, el percentatge és el dels anys mínims per jubilar-se.
sum-limit-incapacity-partial = La base és la que es va fer servir per a la baixa mèdica.
sum-limit-birth-more = Hi ha més temps en parts múltiples, discapacitat o hospitalització del nadó.
sum-limit-birth-besides = Hi ha més temps amb discapacitat o hospitalització del nadó.
sum-limit-birth-contributed = A partir dels 21 anys cal un mínim cotitzat.
sum-limit-birth-base = Compta la base del mes anterior al previ al part; és un altre càlcul si és autònom o treballa a temps parcial.
sum-limit-deadline-regional = He comptat només els festius de tot Espanya: els autonòmics i locals li poden donar algun dia més.
sum-limit-deadline-local = Els festius locals li poden donar algun dia més.
sum-limit-deadline-court = Al jutjat, l'agost i del 24 de desembre al 6 de gener no solen comptar: podria tenir més termini, però consulti-ho abans d'esperar.
sum-assumed-decision = He suposat que la carta és una resolució de l'INSS, que es contesta amb una reclamació prèvia. Si només li demana al·legacions, el termini és més curt: el que digui la carta. Si és una alta mèdica, el termini per reclamar acaba abans: { $discharge_on }.
sum-limit-deadline-letter = És orientatiu: mana el termini que digui la carta.
