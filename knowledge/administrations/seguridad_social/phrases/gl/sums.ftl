# Sums with what a person tells: questions, results, steps, limits.

sum-ask-born = Que día naceu?
sum-ask-contributed = Canto tempo cotizou ata hoxe, en anos e meses?
sum-ask-until = Ese tempo é o que leva cotizado hoxe ou o que terá cando se xubile?
sum-ask-abroad = Canto tempo cotizou noutros países, en anos e meses?
sum-ask-still-working = Segue traballando e cotizando?
sum-ask-leaving = Que día quere xubilarse?
sum-ask-ahead = Canto tempo antes da súa idade ordinaria quere xubilarse, en anos e meses?
sum-ask-pension-base = Cal é a súa base reguladora ao mes?
sum-ask-ending = Xubílase por vontade propia ou porque perdeu o emprego sen querelo?
sum-ask-spouse = Non ten cónxuxe, ten cónxuxe ao seu cargo ou o seu cónxuxe ten ingresos propios?
sum-ask-monthly-base = Cal foi, máis ou menos, a súa base de cotización ao mes nos últimos 25 anos?
sum-ask-delay = Canto tempo despois da súa idade ordinaria se xubilaría, en anos e meses?
sum-ask-sick-base = Cal foi a súa base de cotización do mes anterior á baixa? Atópaa na nómina.
sum-ask-wage = Canto cobra ao mes, en bruto?
sum-ask-other-job = Canto é no outro traballo, ao mes?
sum-ask-payments = En cantas pagas ao ano cobra ese soldo?
sum-ask-cause = A baixa é por enfermidade común ou accidente fóra do traballo, ou por accidente de traballo ou enfermidade profesional?
sum-ask-days = Cantos días dura a baixa?
sum-ask-first-day = Que día comezou a baixa?
sum-ask-last-day = Cal é o último día da baixa?
sum-ask-from-day = Desde que día da baixa quere contar?
sum-ask-month = Que mes quere que calcule?
sum-ask-regime = Traballa por conta allea, por conta propia ou no emprego do fogar?
sum-ask-income = Canto gaña ao mes de media, xa descontados os gastos e a dedución por gastos xenéricos?
sum-ask-revenue = Canto factura ao mes, sen IVE?
sum-ask-expenses = Canto gasta ao mes na súa actividade, sen IVE?
sum-ask-household-pay = Que soldo ao mes ten a persoa empregada, coa parte das pagas extra?
sum-ask-contract = O contrato é indefinido ou temporal?
sum-ask-how-many-children = Cantos fillos tivo ou adoptou?
sum-ask-own-pension = Que pensión cobra, ou vai cobrar, ao mes?
sum-ask-incapacity-base = Cal é a súa base reguladora ao mes? Está na resolución do INSS, ou dinlla no INSS.
sum-ask-degree = Que grao de incapacidade ten, ou lle parece que lle darían?
sum-ask-deduction = Xa restou a dedución por gastos xenéricos? Se non, traballa pola súa conta ou a través dunha sociedade?
sum-ask-flat-rate = Ten a tarifa plana?
sum-ask-after-contract = Acabóuselle o contrato durante a baixa?
sum-ask-deceased-base = Cal era a base reguladora ao mes da persoa falecida?
sum-ask-deceased-pension = Que pensión ao mes cobraba a persoa falecida?
sum-ask-case = Ten 65 anos ou máis e ningún outro ingreso, ten fillos a cargo e poucos ingresos, ou ningún dos dous casos?
sum-ask-child-birth = Que día naceu ou vai nacer o bebé?
sum-ask-babies = Cantos bebés son?
sum-ask-parents = Son dous proxenitores ou un só?
sum-ask-birth-base = Cal é a súa base de cotización ao mes? Atópaa na nómina.
sum-ask-kind = Que quere presentar: reclamación previa, demanda, alegacións ou recurso de alzada?
sum-ask-notified = Que día recibiu a notificación?
sum-ask-province = En que provincia vive?

sum-option-yes = Si
sum-option-no = Non
sum-option-until-today = O cotizado ata hoxe
sum-option-until-end = O que terei cando me xubile
sum-option-ending-voluntary = Por vontade propia
sum-option-ending-involuntary = Perdín o emprego
sum-option-spouse-alone = Sen cónxuxe
sum-option-spouse-dependent-spouse = Con cónxuxe a cargo
sum-option-spouse-other-spouse = Con cónxuxe que ten ingresos
sum-option-cause-common = Enfermidade común ou accidente fóra do traballo
sum-option-cause-work = Accidente de traballo ou enfermidade profesional
sum-option-regime-employee = Por conta allea
sum-option-regime-self-employed = Por conta propia
sum-option-regime-household = Emprego do fogar
sum-option-deduction-done = Xa está restada
sum-option-deduction-general = Non, traballo pola miña conta
sum-option-deduction-company = Non, teño unha sociedade
sum-option-case-general = Ningún dos dous
sum-option-case-older = 65 anos ou máis e sen outros ingresos
sum-option-case-dependants = Fillos a cargo e poucos ingresos
sum-option-parents-two = Dous
sum-option-parents-single = Un só
sum-option-kind-prior-claim = Reclamación previa
sum-option-kind-discharge-claim = Reclamación contra unha alta médica
sum-option-kind-lawsuit = Demanda
sum-option-kind-discharge-lawsuit = Demanda contra unha alta médica
sum-option-kind-allegations-10 = Alegacións en 10 días
sum-option-kind-allegations-15 = Alegacións en 15 días
sum-option-kind-appeal = Recurso de alzada
sum-option-kind-decision = Unha resolución do INSS, non sei máis
sum-option-contract-permanent = Indefinido
sum-option-contract-temporary = Temporal
sum-option-degree-partial = Parcial
sum-option-degree-total = Total
sum-option-degree-qualified = Total cualificada (55 anos ou máis)
sum-option-degree-absolute = Absoluta
sum-option-degree-severe = Gran incapacidade

sum-refused-not-a-number = Necesito unha cantidade en números.
sum-refused-negative = Esa cantidade non pode ser menor que cero.
sum-refused-too-much = Esa cantidade é demasiado alta. Pode comprobala?
sum-refused-too-little = Esa cantidade é demasiado baixa. Pode comprobala?
sum-refused-not-whole = Necesito un número enteiro.
sum-refused-not-a-date = Necesito unha data con día, mes e ano.
sum-refused-no-such-day = Ese día non existe. Pode comprobalo?
sum-refused-future = Esa data aínda non chegou. Pode comprobala?
sum-refused-past = Esa data xa pasou. Dígame unha desde hoxe.
sum-refused-too-far = Esa data queda demasiado lonxe. Pode comprobala?
sum-refused-too-old = Con esa data tería máis de 120 anos. Pode comprobala?
sum-refused-not-a-duration = Necesito o tempo en anos e meses.
sum-refused-too-long = Son demasiados anos cotizados. Pode comprobalos?
sum-refused-more-than-life = Coa súa idade non pode ter cotizado tanto tempo. Pode comprobalo?
sum-refused-not-an-option = Non entendín cal das opcións é a súa.
sum-refused-order = O último día é anterior ao primeiro. Pode comprobalos?
sum-refused-unknown = Ese dato non fai falta para esta conta.

sum-official-benefits = É orientativo: decídeo o INSS.
sum-official-contributions = É orientativo: decídeo a Tesourería Xeral da Seguridade Social.
sum-limit-last-published = As cifras son as de { $year }: as novas aínda non se publicaron.

sum-retirement-date-result = Podería xubilarse aos { $age }, { $date_on }, { $why }. { $early }
sum-retirement-date-reached-long = Xa cumpriu a idade ordinaria: acadouna { $date_on }, aos { $age }, con polo menos { $needed } cotizados.
sum-retirement-date-reached-short = Xa cumpriu a idade ordinaria: acadouna { $date_on }, aos { $age }, con menos de { $needed } cotizados.
sum-retirement-date-years-later = Podería xubilarse { $date_on }: aos { $age } aínda non tería os { $needed } cotizados que fan falta.
sum-retirement-date-past = Xa cumpriu hai anos a idade ordinaria de xubilación.
sum-retirement-too-few = Con { $have } cotizados non chega ao mínimo de { $needed } para a pensión de xubilación.
sum-retirement-why-long = porque terá polo menos { $needed } cotizados
sum-retirement-why-short = porque terá menos de { $needed } cotizados
sum-retirement-early = De forma voluntaria e con menos pensión, { $date_from }.
sum-retirement-early-now = De forma voluntaria e con menos pensión, xa podería.
sum-retirement-early-involuntary = Por ter perdido o emprego, e con menos pensión, { $date_from }.
sum-retirement-early-now-involuntary = Por ter perdido o emprego, e con menos pensión, xa podería.
sum-retirement-no-early = Non podería adiantar a xubilación por vontade propia: fan falta { $needed } cotizados.
sum-retirement-no-early-involuntary = Non podería adiantar a xubilación por ter perdido o emprego: fan falta { $needed } cotizados.

sum-early-result-amount = Se se xubila { $date_on }, { $months } antes, a pensión baixa un { $percent }: cunha base de { $base } cobraría { $amount } ao mes en { $payments } pagas.
sum-early-result-capped = Se se xubila { $date_on }, { $months } antes, rebáixase un { $percent } da pensión máxima, { $highest }: cobraría { $amount } ao mes en { $payments } pagas.
sum-early-result-share = Se se xubila { $date_on }, { $months } antes da súa idade ordinaria, a pensión baixa un { $percent }: cobraría o { $net } da súa base reguladora.
sum-early-abroad = Se se xubila { $date_on }, { $months } antes da súa idade ordinaria, a pensión baixa un { $percent }. España paga só a parte cotizada aquí, máis ou menos o { $part }: calcúlao o INSS.
sum-early-reached = Ese día xa tería a idade ordinaria, así que non hai rebaixa: corresponderíalle o { $percent } da súa base reguladora.
sum-early-too-few = Non podería xubilarse antes { $date_on }: tería { $have } cotizados e fan falta { $needed }.
sum-early-never = Non podería adiantar a xubilación: ao chegar á súa idade ordinaria, { $date_on }, tería { $have } cotizados e para adiantala fan falta { $needed } antes.
sum-early-too-young = Ese día é cedo: a xubilación pódese adiantar { $months } como máximo. O primeiro día posible: { $date }.
sum-early-below = Non podería adiantar a xubilación: a pensión quedaría en { $amount } ao mes e ten que superar a mínima, { $minimum }.

sum-retirement-amount-result = Con { $contributed } cotizados correspóndelle o { $percent } da súa base reguladora: con { $base } cobraría { $amount } ao mes en { $payments } pagas.
sum-abroad-share = Con { $contributed } en total corresponderíalle o { $percent } da base reguladora, pero España paga só a parte cotizada aquí, máis ou menos o { $part } desa pensión: o cálculo exacto faino o INSS.
sum-abroad-on-share = Se se xubila { $date_on }, aos { $age } e con { $contributed } en total, sería o { $percent } da base reguladora; España paga só a parte cotizada aquí, preto do { $part }: calcúlao o INSS.
sum-abroad-late-share = Se se xubila { $date_on }, aos { $age }, sería o { $percent } da base reguladora ({ $extra } por atrasala { $delay }); España paga só a parte cotizada aquí, preto do { $part }: calcúlao o INSS.
sum-retirement-on-result = Se se xubila { $date_on }, aos { $age } e con { $contributed } cotizados, correspóndelle o { $percent } da súa base reguladora: con { $base } cobraría { $amount } ao mes en { $payments } pagas.
sum-retirement-then = Podería xubilarse { $date_on }, aos { $age }, con { $contributed } cotizados: o { $percent } da súa base reguladora de { $base }, { $amount } ao mes en { $payments } pagas.
sum-retirement-late-result = Se se xubila { $date_on }, aos { $age }, correspóndelle o { $percent } da súa base reguladora ({ $extra } por atrasala { $delay }): con { $base }, { $amount } ao mes en { $payments } pagas.

sum-sick-pay-result = Cunha base de { $base } cobraría uns { $total }: { $parts }.
sum-sick-pay-part = do día { $first } ao { $last }, { $daily } ao día ({ $percent })
sum-sick-pay-part-from = desde o día { $first }, { $daily } ao día ({ $percent })
sum-sick-pay-daily = Cunha base de { $base } cobraría { $parts }. Os primeiros { $days }, uns { $month }. Se me di canto dura, doulle o total.
sum-sick-pay-part-day = o día { $first }, { $daily } ({ $percent })
sum-sick-pay-nothing-common = Eses días non se cobra subsidio: por enfermidade común ou accidente non laboral págase desde o cuarto día de baixa.
sum-sick-pay-nothing-work = Ese día non se cobra subsidio: por accidente de traballo ou enfermidade profesional págase desde o día seguinte ao da baixa.
sum-sick-pay-ended = Rematado o contrato, por enfermidade común cóbrase como o paro: cunha base media de { $base } serían { $first } ao mes os primeiros { $days } ({ $first_percent }) e { $later } despois ({ $later_percent }), sen pasar do seu máximo.

sum-quota-result = Con { $income } netos ao mes pagaría como mínimo { $quota } ao mes: o { $rate } da base mínima do seu tramo, { $base }.
sum-quota-result-deducted = De { $before } ao mes quedan { $income }, quitado o { $off } por gastos xenéricos: pagaría como mínimo { $quota } ao mes, o { $rate } da base mínima do seu tramo, { $base }.
sum-quota-flat = Coa tarifa plana non pagaría os { $quota } do seu tramo, senón a cota reducida. Ata 2025 era de { $flat } ao mes; a deste ano, confírmea coa Tesourería.
sum-household-result = Cun soldo de { $pay } ao mes, pagas extra incluídas, a base é de { $base } e a cota de { $total } ao mes, cos descontos xerais: { $employer } ponos quen emprega e { $worker } saen do soldo.

sum-widow-result-base = A pensión de viuvez sería o { $percent } da base reguladora: con { $base }, { $amount } ao mes en { $payments } pagas.
sum-widow-result-dependants = En xeral a viuvez é o { $general_percent } da base reguladora: con { $base }, { $general_amount } ao mes en { $payments } pagas. Con fillos a cargo, poucos ingresos e a pensión como ingreso principal, o { $percent }: { $amount }.
sum-widow-result-pension = Se a base reguladora fose igual á pensión, { $base }, a viuvez sería o { $percent }: { $amount } ao mes en { $payments } pagas.
sum-orphan-result-base = Cada fillo cobraría de orfandade o { $percent } da base reguladora: con { $base }, { $amount } ao mes en { $payments } pagas.
sum-orphan-result-pension = Se a base reguladora fose igual á pensión, { $base }, cada fillo cobraría de orfandade o { $percent }: { $amount } ao mes en { $payments } pagas.
sum-complement-one = Por un fillo serían { $amount } ao mes, en { $payments } pagas.
sum-complement-many = Por { $children } fillos serían { $amount } ao mes, { $each } por cada un, en { $payments } pagas.
sum-complement-most = Por { $children } fillos serían { $amount } ao mes, en { $payments } pagas: { $each } por cada un, e contan { $counts } como máximo.
sum-complement-total = { $complement } Coa pensión de { $pension }, en total { $total } ao mes.
sum-incapacity-partial = A incapacidade parcial é un pagamento único de { $times } mensualidades: cunha base de { $base }, { $amount }.
sum-incapacity-total = A incapacidade total é o { $percent } da base reguladora: con { $base } cobraría { $amount } ao mes en { $payments } pagas. Desde os { $age } pode subir.
sum-incapacity-qualified = A incapacidade total co aumento por idade é o { $percent } da base reguladora: con { $base } cobraría { $amount } ao mes en { $payments } pagas.
sum-incapacity-absolute = A incapacidade absoluta é o { $percent } da base reguladora: con { $base } cobraría { $amount } ao mes en { $payments } pagas.
sum-incapacity-severe = A gran incapacidade é o { $percent } da base reguladora máis un complemento para quen coida de vostede: con { $base }, { $amount } ao mes en { $payments } pagas, e á parte o complemento, que non calculei.

sum-birth-result = Correspóndenlle { $weeks }: { $once } seguidas desde o parto ({ $until_until }), { $flexible } ata que o bebé cumpra { $months } e { $later } ata os { $years }. { $paid }
sum-birth-weeks = Correspóndenlle { $weeks }: { $once } seguidas desde o parto ({ $until_until }), { $flexible } ata que o bebé cumpra { $months } e { $later } ata os { $years }.
sum-birth-paid = Cobraría { $daily } ao día: { $month } en { $days }.
sum-birth-paid-all = Cobraría { $daily } ao día, { $month } en { $days } e { $total } en total.
sum-birth-before = Dos nacementos anteriores ao { $date } non lle podo facer a conta: tiñan outras semanas.

sum-deadline-working-days = Ten { $date_until }: { $count } días hábiles desde o seguinte á notificación, sen sábados, domingos nin festivos.
sum-deadline-months = Ten { $date_until }: un mes desde a notificación, ou o seguinte día hábil.
sum-deadline-over-working-days = O prazo de { $count } días hábiles tería rematado { $date_on }. Comprobe a súa carta ou fale cunha persoa canto antes.
sum-deadline-over-months = O prazo dun mes tería rematado { $date_on }. Comprobe a súa carta ou fale cunha persoa canto antes.
sum-deadline-day = { $date }

sum-step-ordinary-age = En { $year }: { $long } con { $needed } cotizados ou máis; { $age } con menos.
sum-step-contributed = Cotizado { $date_until }: { $have }.
sum-step-minimum-years = Mínimo para a pensión: { $needed } cotizados.
sum-step-early-voluntary = Por vontade propia: { $months } antes como máximo, con { $needed } cotizados.
sum-step-early-involuntary = Por ter perdido o emprego: { $months } antes como máximo, con { $needed } cotizados.
sum-step-early-years = Anos cotizados que se piden para adiantar a xubilación: { $needed }.
sum-step-early-months = A xubilación pódese adiantar como máximo { $months }.
sum-step-early-ahead = Do { $date } ao { $ordinary }, a súa idade ordinaria: { $months }, contando enteiro o mes comezado.
sum-step-early-reduction = Rebaixa por { $months } con { $contributed } cotizados: { $percent }.
sum-step-early-minimum = Ten que superar a pensión mínima aos { $age }: { $minimum } ao mes.
sum-step-pension-percent = Porcentaxe por { $contributed } cotizados: { $percent }.
sum-step-pension-gross = { $base } × { $percent } = { $amount }.
sum-step-pension-highest = Pensión máxima: { $highest } ao mes.
sum-step-pension-highest-cut = A pensión máxima, rebaixada un { $percent }: { $highest } ao mes.
sum-step-pension-net = { $amount } menos o { $percent } = { $net }.
sum-step-pension-base = { $monthly } × { $months } / { $divisor } = { $base } de base reguladora.
sum-step-pension-delay = Por xubilarse { $delay } máis tarde: { $percent } máis.
sum-step-base-day = { $base } / { $days } = { $daily } ao día.
sum-step-base-highest = A base de { $base } conta como a máxima: { $highest }.
sum-step-jobs = { $first } + { $other } = { $total }.
sum-step-sick-nobody = Do día { $first } ao { $last }: non hai subsidio.
sum-step-sick-nobody-day = Día { $first }: non hai subsidio.
sum-step-sick-wage-day = Día { $first }: a empresa paga o salario enteiro.
sum-step-sick-ended-first = Desde o fin do contrato, os primeiros { $days }: { $base } × { $percent } = { $amount } ao mes.
sum-step-sick-ended-later = Despois: { $base } × { $percent } = { $amount } ao mes.
sum-step-sick-paid = Do día { $first } ao { $last }: { $percent }, { $daily } ao día, { $amount }. { $payer }
sum-step-sick-paid-day = Día { $first }: { $percent }, { $daily }, { $amount } en total. { $payer }
sum-payer-employer = Págao quen o emprega.
sum-payer-fund = Págao o INSS ou a mutua; ingrésallo a empresa.
sum-payer-fund-direct = Págallo directamente o INSS ou a mutua.
sum-payer-mutual = Págallo a mutua.
sum-step-quota-deduction = { $before } menos o { $percent } por gastos xenéricos = { $income }.
sum-step-quota-band-reduced = Tramo { $band } da táboa reducida: base de { $lowest } a { $highest }.
sum-step-quota-band-general = Tramo { $band } da táboa xeral: base de { $lowest } a { $highest }.
sum-step-quota = { $base } × { $rate } = { $quota }.
sum-step-quota-flat = Cota reducida de 2023 a 2025: { $flat } ao mes.
sum-step-household-band = Tramo { $band } da táboa: base de { $base }.
sum-step-household-common = Continxencias comúns: { $employer } quen emprega e { $worker } quen traballa.
sum-step-household-equity = Mecanismo de equidade (MEI): { $employer } e { $worker }.
sum-step-household-accident = Accidentes de traballo: { $percent }, quen emprega.
sum-step-household-unemployment = Desemprego: { $employer } e { $worker }.
sum-step-household-guarantee = FOGASA: { $percent }, quen emprega.
sum-step-household-discounts = Descontos na parte de quen emprega: { $reduction } en continxencias comúns e { $bonus } en desemprego e FOGASA.
sum-step-widow = { $base } × { $percent } = { $amount }.
sum-step-complement = { $counts } × { $each } = { $amount }.
sum-step-complement-most = Contan { $most } fillos como máximo.
sum-step-incapacity = { $base } × { $percent } = { $amount }.
sum-step-incapacity-partial = { $base } × { $times } = { $amount }.
sum-step-birth-weeks = { $weeks }: { $once } obrigatorias { $until_until }; { $flexible } { $flexible_until_until } ({ $months }); { $later } { $later_until_until } ({ $years }).
sum-step-birth-pay = { $base } / { $days } × { $percent } = { $daily } ao día.
sum-step-deadline-working-days = { $count } días hábiles: { $date_until }.
sum-step-deadline-months = { $count } mes: { $date_until }.
sum-step-deadline-skipped = Festivos que non contan: { $days }.

sum-assumed-working = Supuxen que seguirá cotizando ata entón.
sum-assumed-abroad = Sumei { $abroad } doutros países: se son da Unión Europea ou teñen convenio con España, contan para a idade e os anos, pero España só paga a parte do cotizado aquí.
sum-assumed-voluntary = Supuxen que se xubila por vontade propia.
sum-assumed-earliest = Collín o primeiro día posible: { $date }.
sum-assumed-day = Como non sei o día, tomei o primeiro dese mes: { $date }.
sum-assumed-ordinary-age = Supuxen que se xubila á súa idade ordinaria.
sum-assumed-employee = Supuxen que traballa por conta allea.
sum-assumed-birth-today = Fixen a conta coma se o bebé nacese hoxe, coas regras e as cifras deste ano: para saber canto dura o permiso e ata cando, dígame o día do parto.
sum-assumed-wage = Tomei o seu soldo como base: a da nómina adoita ser algo máis alta, porque leva a parte das pagas extra.
sum-assumed-jobs = Sumei as bases dos seus dous traballos: { $first } e { $other }, en total { $total } ao mes. Só se suman se os dous son por conta allea.
sum-assumed-activities = Sumei o que gaña coas súas dúas actividades: { $first } e { $other }, en total { $total } ao mes.
sum-assumed-payments = Repartín { $payments } pagas de { $amount } entre os doce meses do ano: { $month } ao mes.
sum-assumed-household-base = Tomei a base do tramo que corresponde ao seu soldo, { $base }.
sum-assumed-flat-base = Coa tarifa plana a baixa calcúlase sobre a base mínima, { $base }, gañe o que gañe.
sum-assumed-two-parents = Contei con dous proxenitores: se é un só, son máis semanas.
sum-assumed-base = Tomei esa cantidade como base reguladora, que é unha media de moitos anos: coa base dun só mes a conta cambia.
sum-assumed-average-base = Tomei esa cantidade como base reguladora, que é unha media de varios anos: cun soldo ou coa base dun só mes a conta cambia.
sum-assumed-incapacity-base = Esa base reguladora sae de cotizar por { $monthly } os últimos { $months }, por enfermidade común. Pode ser menor se, sumando os anos que lle faltan ata xubilarse, non chega ao 100 % da pensión.
sum-assumed-this-year = Contei só ese tempo, coa escala deste ano. Se me di que día naceu, conto o que lle falta ata a súa idade ordinaria e uso a escala de entón.
sum-assumed-month = Contei { $days }.
sum-assumed-deducted = Supuxen que xa restou os gastos e a dedución por gastos xenéricos ({ $general }, ou { $company } en sociedades).
sum-assumed-permanent = Supuxen que o contrato é indefinido.
sum-assumed-widow-general = Collín a porcentaxe xeral: hai outras máis altas desde os 65 anos ou con fillos a cargo, con poucos ingresos.
sum-assumed-complement = O complemento pódeno pedir as nais cunha pensión contributiva; aos pais pídenselles máis condicións.
sum-assumed-severe = Tomei a porcentaxe da incapacidade absoluta: se a súa é unha total con axuda doutra persoa, é menor.

sum-limit-recent-years = Ademais, dous dos anos cotizados teñen que estar dentro dos últimos quince.
sum-limit-special-ages = Non conto as idades máis baixas dalgunhas profesións nin as da discapacidade.
sum-limit-early-minimum = Para adiantar a xubilación, a pensión ten que superar a mínima que lle correspondería aos 65 anos.
sum-limit-early-military = O servizo militar ou social obrigatorio suma ata un ano para chegar aos anos que se piden.
sum-limit-early-life = A rebaixa é para sempre.
sum-limit-early-involuntary = Fai falta un despedimento ou outra causa da lei e seis meses como demandante de emprego; non vale para autónomos.
sum-limit-early-subsidy = Se leva polo menos tres meses co subsidio por desemprego, a rebaixa pode ser menor.
sum-limit-early-family = Segundo a súa familia, a pensión tería que superar { $minimum } ao mes; se non, non podería adiantar a xubilación.
sum-limit-early-capped = Con pensións por riba da máxima hai regras transitorias que poden darlle algo máis.
sum-limit-pension-base = O INSS actualiza as bases antigas co IPC e compara dúas formas de calcular a base; aplica a mellor.
sum-limit-pension-minimum = Segundo a súa familia e os seus ingresos, podería ter un complemento ata { $minimum } ao mes.
sum-limit-delay-half = Con máis dun ano e medio de demora pero menos de dous, pregúntelle ao INSS se suma algo máis.
sum-limit-delay-forms = Tamén pode elixir un pagamento único ou unha combinación.
sum-limit-delay-highest = O que pasa da pensión máxima pola demora cóbrase á parte, cun tope.
sum-limit-sick-contributed = Por enfermidade común fan falta { $days } cotizados nos últimos cinco anos.
sum-limit-sick-work-base = O subsidio calcúlase coa base de accidentes de traballo; das horas extra faise unha media á parte.
sum-limit-sick-self-employed = Ten que estar ao día nas cotas.
sum-limit-sick-agreement = O convenio ou a empresa poden mellorar o subsidio, tamén os primeiros días.
sum-limit-sick-part-time = A tempo parcial ou como fixo descontinuo, a base calcúlase cos tres últimos meses.
sum-limit-sick-extended = A partir dos { $days } decide o INSS se a baixa se prorroga.
sum-limit-sick-ended = Conta a media das súas bases dos últimos 180 días. O máximo e o mínimo dependen dos fillos ao seu cargo e non os calculei.
sum-limit-quota-yearly = Ao ano seguinte a cota revísase co que declare a Facenda.
sum-limit-quota-company = Cunha sociedade a base mínima pode ser máis alta: non a calculei.
sum-limit-household-hours = A base non pode ser menor ca a do salario mínimo polas horas pactadas.
sum-limit-household-more = Con familia numerosa ou poucos ingresos os descontos poden ser maiores.
sum-limit-widow-pension = A viuvez calcúlase coa base reguladora, que pode ser distinta da pensión.
sum-limit-widow-general = Con 65 anos ou máis sen outra pensión, ou con fillos a cargo e poucos ingresos, a porcentaxe é maior.
sum-limit-widow-older = A porcentaxe maior pide 65 anos, non ter outra pensión nin traballar e non pasar dun límite de ingresos.
sum-limit-widow-minimum = Segundo a súa idade, a súa familia e os seus ingresos, podería ter un complemento ata a pensión mínima.
sum-limit-orphan-together = A viuvez e as orfandades xuntas non pasan, en xeral, da base reguladora: con moitos fillos, cada un pode cobrar menos.
sum-limit-orphan-alone = Se ninguén cobra a viuvez, ás veces a orfandade sobe.
sum-limit-orphan-minimum = Con poucos ingresos podería completarse ata a pensión mínima de orfandade.
sum-limit-complement-one = O complemento só o cobra un dos dous proxenitores.
sum-limit-incapacity-minimum = Segundo a súa idade, a súa familia e os seus ingresos, podería ter un complemento ata a pensión mínima.
sum-limit-incapacity-work = Se a incapacidade vén dun accidente de traballo ou dunha enfermidade profesional, son 12 pagas e a base calcúlase doutra forma.
sum-limit-incapacity-late = Se se concede aos 67 anos ou despois por non chegar á xubilación, a porcentaxe é a dos anos mínimos para xubilarse.
sum-limit-incapacity-partial = A base é a que se usou para a baixa médica.
sum-limit-birth-more = Hai máis tempo en partos múltiples, discapacidade ou hospitalización do bebé.
sum-limit-birth-besides = Hai máis tempo con discapacidade ou hospitalización do bebé.
sum-limit-birth-contributed = Desde os 21 anos fai falta un mínimo cotizado.
sum-limit-birth-base = Conta a base do mes anterior ao previo ao parto; é outra conta se é autónomo ou traballa a tempo parcial.
sum-limit-deadline-regional = Contei só os festivos de toda España: os autonómicos e locais poden darlle algún día máis.
sum-limit-deadline-local = Os festivos locais poden darlle algún día máis.
sum-limit-deadline-court = No xulgado, o mes de agosto e os días do 24 de decembro ao 6 de xaneiro non adoitan contar: podería ter máis prazo, pero consúlteo antes de esperar.
sum-assumed-decision = Supuxen que a carta é unha resolución do INSS, que se contesta cunha reclamación previa. Se só lle pide alegacións, o prazo é máis curto: o que diga a carta. Se é unha alta médica, o prazo para reclamar acaba antes: { $discharge_on }.
sum-limit-deadline-letter = É orientativo: manda o prazo que diga a súa carta.
