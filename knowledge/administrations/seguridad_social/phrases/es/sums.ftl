# Sums with what a person tells: questions, results, steps, limits.

sum-ask-born = ¿Qué día nació?
sum-ask-contributed = ¿Cuánto tiempo ha cotizado hasta hoy, en años y meses?
sum-ask-until = ¿Ese tiempo es el que lleva cotizado hoy o el que tendrá cuando se jubile?
sum-ask-abroad = ¿Cuánto tiempo ha cotizado en otros países, en años y meses?
sum-ask-still-working = ¿Sigue trabajando y cotizando?
sum-ask-leaving = ¿Qué día quiere jubilarse?
sum-ask-ahead = ¿Cuánto tiempo antes de su edad ordinaria quiere jubilarse, en años y meses?
sum-ask-pension-base = ¿Cuál es su base reguladora al mes?
sum-ask-ending = ¿Se jubila por voluntad propia o porque perdió el empleo sin quererlo?
sum-ask-spouse = ¿No tiene cónyuge, tiene cónyuge a su cargo o su cónyuge tiene ingresos propios?
sum-ask-monthly-base = ¿Cuál ha sido, más o menos, su base de cotización al mes en los últimos 25 años?
sum-ask-delay = ¿Cuánto tiempo después de su edad ordinaria se jubilaría, en años y meses?
sum-ask-sick-base = ¿Cuál fue su base de cotización del mes anterior a la baja? La encuentra en la nómina.
sum-ask-wage = ¿Cuánto cobra al mes, en bruto?
sum-ask-other-job = ¿Cuánto es en el otro trabajo, al mes?
sum-ask-payments = ¿En cuántas pagas al año cobra ese sueldo?
sum-ask-cause = ¿La baja es por enfermedad común o accidente fuera del trabajo, o por accidente de trabajo o enfermedad profesional?
sum-ask-days = ¿Cuántos días dura la baja?
sum-ask-first-day = ¿Qué día empezó la baja?
sum-ask-last-day = ¿Cuál es el último día de la baja?
sum-ask-from-day = ¿Desde qué día de la baja quiere contar?
sum-ask-month = ¿Qué mes quiere que calcule?
sum-ask-regime = ¿Trabaja por cuenta ajena, por cuenta propia o en el empleo de hogar?
sum-ask-income = ¿Cuánto gana al mes de media, ya descontados los gastos y la deducción por gastos genéricos?
sum-ask-revenue = ¿Cuánto factura al mes, sin IVA?
sum-ask-expenses = ¿Cuánto gasta al mes en su actividad, sin IVA?
sum-ask-household-pay = ¿Qué sueldo al mes tiene la persona empleada, con la parte de las pagas extra?
sum-ask-contract = ¿El contrato es indefinido o temporal?
sum-ask-how-many-children = ¿Cuántos hijos ha tenido o adoptado?
sum-ask-own-pension = ¿Qué pensión cobra, o va a cobrar, al mes?
sum-ask-incapacity-base = ¿Cuál es su base reguladora al mes? Está en la resolución del INSS, o se la dicen en el INSS.
sum-ask-degree = ¿Qué grado de incapacidad tiene, o le parece que le darían?
sum-ask-deduction = ¿Ha restado ya la deducción por gastos genéricos? Si no, ¿trabaja por su cuenta o a través de una sociedad?
sum-ask-flat-rate = ¿Tiene la tarifa plana?
sum-ask-after-contract = ¿Se le acabó el contrato durante la baja?
sum-ask-deceased-base = ¿Cuál era la base reguladora al mes de la persona fallecida?
sum-ask-deceased-pension = ¿Qué pensión al mes cobraba la persona fallecida?
sum-ask-case = ¿Tiene 65 años o más y ningún otro ingreso, tiene hijos a cargo y pocos ingresos, o ninguno de los dos casos?
sum-ask-child-birth = ¿Qué día nació o va a nacer el bebé?
sum-ask-babies = ¿Cuántos bebés son?
sum-ask-parents = ¿Son dos progenitores o uno solo?
sum-ask-birth-base = ¿Cuál es su base de cotización al mes? La encuentra en la nómina.
sum-ask-kind = ¿Qué quiere presentar: reclamación previa, demanda, alegaciones o recurso de alzada?
sum-ask-notified = ¿Qué día recibió la notificación?
sum-ask-province = ¿En qué provincia vive?

sum-option-yes = Sí
sum-option-no = No
sum-option-until-today = Lo cotizado hasta hoy
sum-option-until-end = Lo que tendré al jubilarme
sum-option-ending-voluntary = Por voluntad propia
sum-option-ending-involuntary = Perdí el empleo
sum-option-spouse-alone = Sin cónyuge
sum-option-spouse-dependent-spouse = Con cónyuge a cargo
sum-option-spouse-other-spouse = Con cónyuge que tiene ingresos
sum-option-cause-common = Enfermedad común o accidente fuera del trabajo
sum-option-cause-work = Accidente de trabajo o enfermedad profesional
sum-option-regime-employee = Por cuenta ajena
sum-option-regime-self-employed = Por cuenta propia
sum-option-regime-household = Empleo de hogar
sum-option-deduction-done = Ya está restada
sum-option-deduction-general = No, trabajo por mi cuenta
sum-option-deduction-company = No, tengo una sociedad
sum-option-case-general = Ninguno de los dos
sum-option-case-older = 65 años o más y sin otros ingresos
sum-option-case-dependants = Hijos a cargo y pocos ingresos
sum-option-parents-two = Dos
sum-option-parents-single = Uno solo
sum-option-kind-prior-claim = Reclamación previa
sum-option-kind-discharge-claim = Reclamación contra un alta médica
sum-option-kind-lawsuit = Demanda
sum-option-kind-discharge-lawsuit = Demanda contra un alta médica
sum-option-kind-allegations-10 = Alegaciones en 10 días
sum-option-kind-allegations-15 = Alegaciones en 15 días
sum-option-kind-appeal = Recurso de alzada
sum-option-kind-decision = Una resolución del INSS, no sé más
sum-option-contract-permanent = Indefinido
sum-option-contract-temporary = Temporal
sum-option-degree-partial = Parcial
sum-option-degree-total = Total
sum-option-degree-qualified = Total cualificada (55 años o más)
sum-option-degree-absolute = Absoluta
sum-option-degree-severe = Gran incapacidad

sum-refused-not-a-number = Necesito una cantidad en números.
sum-refused-negative = Esa cantidad no puede ser menor que cero.
sum-refused-too-much = Esa cantidad es demasiado alta. ¿Puede comprobarla?
sum-refused-too-little = Esa cantidad es demasiado baja. ¿Puede comprobarla?
sum-refused-not-whole = Necesito un número entero.
sum-refused-not-a-date = Necesito una fecha con día, mes y año.
sum-refused-no-such-day = Ese día no existe. ¿Puede comprobarlo?
sum-refused-future = Esa fecha aún no ha llegado. ¿Puede comprobarla?
sum-refused-past = Esa fecha ya ha pasado. Dígame una desde hoy.
sum-refused-too-far = Esa fecha queda demasiado lejos. ¿Puede comprobarla?
sum-refused-too-old = Con esa fecha tendría más de 120 años. ¿Puede comprobarla?
sum-refused-not-a-duration = Necesito el tiempo en años y meses.
sum-refused-too-long = Son demasiados años cotizados. ¿Puede comprobarlos?
sum-refused-more-than-life = Con su edad no puede haber cotizado tanto tiempo. ¿Puede comprobarlo?
sum-refused-not-an-option = No he entendido cuál de las opciones es la suya.
sum-refused-order = El último día es anterior al primero. ¿Puede comprobarlos?
sum-refused-unknown = Ese dato no hace falta para esta cuenta.

sum-official-benefits = Es orientativo: lo decide el INSS.
sum-official-contributions = Es orientativo: lo decide la Tesorería General de la Seguridad Social.
sum-limit-last-published = Las cifras son las de { $year }: las nuevas aún no se han publicado.

sum-retirement-date-result = Podría jubilarse a los { $age }, { $date_on }, { $why }. { $early }
sum-retirement-date-reached-long = Ya ha cumplido la edad ordinaria: la alcanzó { $date_on }, a los { $age }, con al menos { $needed } cotizados.
sum-retirement-date-reached-short = Ya ha cumplido la edad ordinaria: la alcanzó { $date_on }, a los { $age }, con menos de { $needed } cotizados.
sum-retirement-date-years-later = Podría jubilarse { $date_on }: a los { $age } aún no tendría los { $needed } cotizados que hacen falta.
sum-retirement-date-past = Ya cumplió hace años la edad ordinaria de jubilación.
sum-retirement-too-few = Con { $have } cotizados no llega al mínimo de { $needed } para la pensión de jubilación.
sum-retirement-why-long = porque tendrá al menos { $needed } cotizados
sum-retirement-why-short = porque tendrá menos de { $needed } cotizados
sum-retirement-early = De forma voluntaria y con menos pensión, { $date_from }.
sum-retirement-early-now = De forma voluntaria y con menos pensión, ya podría.
sum-retirement-early-involuntary = Por haber perdido el empleo, y con menos pensión, { $date_from }.
sum-retirement-early-now-involuntary = Por haber perdido el empleo, y con menos pensión, ya podría.
sum-retirement-no-early = No podría adelantarla por voluntad propia: hacen falta { $needed } cotizados.
sum-retirement-no-early-involuntary = No podría adelantarla por haber perdido el empleo: hacen falta { $needed } cotizados.

sum-early-result-amount = Si se jubila { $date_on }, { $months } antes, la pensión baja un { $percent }: con una base de { $base } cobraría { $amount } al mes en { $payments } pagas.
sum-early-result-capped = Si se jubila { $date_on }, { $months } antes, se rebaja un { $percent } de la pensión máxima, { $highest }: cobraría { $amount } al mes en { $payments } pagas.
sum-early-result-share = Si se jubila { $date_on }, { $months } antes de su edad ordinaria, la pensión baja un { $percent }: cobraría el { $net } de su base reguladora.
sum-early-abroad = Si se jubila { $date_on }, { $months } antes de su edad ordinaria, la pensión baja un { $percent }. España paga solo la parte cotizada aquí, más o menos el { $part }: lo calcula el INSS.
sum-early-reached = Ese día ya tendría la edad ordinaria, así que no hay rebaja: le correspondería el { $percent } de su base reguladora.
sum-early-too-few = No podría jubilarse antes { $date_on }: tendría { $have } cotizados y hacen falta { $needed }.
sum-early-never = No podría anticipar la jubilación: al llegar a su edad ordinaria, { $date_on }, tendría { $have } cotizados y para anticiparla hacen falta { $needed } antes.
sum-early-too-young = Ese día es demasiado pronto: se puede anticipar { $months } como mucho. El primer día posible: { $date }.
sum-early-below = No podría: la pensión quedaría en { $amount } al mes y tiene que superar la mínima, { $minimum }.

sum-retirement-amount-result = Con { $contributed } cotizados le corresponde el { $percent } de su base reguladora: con { $base } cobraría { $amount } al mes en { $payments } pagas.
sum-abroad-share = Con { $contributed } en total le correspondería el { $percent } de la base reguladora, pero España paga solo la parte cotizada aquí, más o menos el { $part } de esa pensión: el cálculo exacto lo hace el INSS.
sum-abroad-on-share = Si se jubila { $date_on }, a los { $age } y con { $contributed } en total, tendría el { $percent } de la base reguladora; España paga solo la parte cotizada aquí, cerca del { $part }: lo calcula el INSS.
sum-abroad-late-share = Si se jubila { $date_on }, a los { $age }, le correspondería el { $percent } de la base reguladora ({ $extra } por retrasarla { $delay }); España paga solo la parte cotizada aquí, cerca del { $part }: lo calcula el INSS.
sum-retirement-on-result = Si se jubila { $date_on }, a los { $age } y con { $contributed } cotizados, le corresponde el { $percent } de su base reguladora: con { $base } cobraría { $amount } al mes en { $payments } pagas.
sum-retirement-then = Podría jubilarse { $date_on }, a los { $age }, con { $contributed } cotizados: el { $percent } de su base reguladora de { $base }, { $amount } al mes en { $payments } pagas.
sum-retirement-late-result = Si se jubila { $date_on }, a los { $age }, le corresponde el { $percent } de su base reguladora ({ $extra } por retrasarla { $delay }): con { $base }, { $amount } al mes en { $payments } pagas.

sum-sick-pay-result = Con una base de { $base } cobraría unos { $total }: { $parts }.
sum-sick-pay-part = del día { $first } al { $last }, { $daily } al día ({ $percent })
sum-sick-pay-part-from = desde el día { $first }, { $daily } al día ({ $percent })
sum-sick-pay-daily = Con una base de { $base } cobraría { $parts }. Los primeros { $days }, unos { $month }. Si me dice cuánto dura, le doy el total.
sum-sick-pay-part-day = el día { $first }, { $daily } ({ $percent })
sum-sick-pay-nothing-common = Esos días no se cobra subsidio: por enfermedad común o accidente no laboral se paga desde el cuarto día de baja.
sum-sick-pay-nothing-work = Ese día no se cobra subsidio: por accidente de trabajo o enfermedad profesional se paga desde el día siguiente al de la baja.
sum-sick-pay-ended = Acabado el contrato, por enfermedad común se cobra como el paro: con una base media de { $base } serían { $first } al mes los primeros { $days } ({ $first_percent }) y { $later } después ({ $later_percent }), sin pasar de su máximo.

sum-quota-result = Con { $income } netos al mes pagaría como mínimo { $quota } al mes: el { $rate } de la base mínima de su tramo, { $base }.
sum-quota-result-deducted = De { $before } al mes quedan { $income }, quitado el { $off } por gastos genéricos: pagaría como mínimo { $quota } al mes, el { $rate } de la base mínima de su tramo, { $base }.
sum-quota-flat = Con la tarifa plana no pagaría los { $quota } de su tramo, sino la cuota reducida. Hasta 2025 era de { $flat } al mes; la de este año confírmela con la Tesorería.
sum-household-result = Con un sueldo de { $pay } al mes, pagas extra incluidas, la base es de { $base } y la cuota de { $total } al mes, con los descuentos generales: { $employer } los pone quien emplea y { $worker } salen del sueldo.

sum-widow-result-base = La pensión de viudedad sería el { $percent } de la base reguladora: con { $base }, { $amount } al mes en { $payments } pagas.
sum-widow-result-dependants = En general la viudedad es el { $general_percent } de la base reguladora: con { $base }, { $general_amount } al mes en { $payments } pagas. Con hijos a cargo, pocos ingresos y la pensión como ingreso principal, el { $percent }: { $amount }.
sum-widow-result-pension = Si la base reguladora fuera igual a la pensión, { $base }, la viudedad sería el { $percent }: { $amount } al mes en { $payments } pagas.
sum-orphan-result-base = Cada hijo cobraría de orfandad el { $percent } de la base reguladora: con { $base }, { $amount } al mes en { $payments } pagas.
sum-orphan-result-pension = Si la base reguladora fuera igual a la pensión, { $base }, cada hijo cobraría de orfandad el { $percent }: { $amount } al mes en { $payments } pagas.
sum-complement-one = Por un hijo serían { $amount } al mes, en { $payments } pagas.
sum-complement-many = Por { $children } hijos serían { $amount } al mes, { $each } por cada uno, en { $payments } pagas.
sum-complement-most = Por { $children } hijos serían { $amount } al mes, en { $payments } pagas: { $each } por cada uno, y cuentan { $counts } como máximo.
sum-complement-total = { $complement } Con su pensión de { $pension }, en total { $total } al mes.
sum-incapacity-partial = La incapacidad parcial es un pago único de { $times } mensualidades: con una base de { $base }, { $amount }.
sum-incapacity-total = La incapacidad total es el { $percent } de la base reguladora: con { $base } cobraría { $amount } al mes en { $payments } pagas. Desde los { $age } puede subir.
sum-incapacity-qualified = La incapacidad total con el aumento por edad es el { $percent } de la base reguladora: con { $base } cobraría { $amount } al mes en { $payments } pagas.
sum-incapacity-absolute = La incapacidad absoluta es el { $percent } de la base reguladora: con { $base } cobraría { $amount } al mes en { $payments } pagas.
sum-incapacity-severe = La gran incapacidad es el { $percent } de la base reguladora más un complemento para quien le cuida: con { $base }, { $amount } al mes en { $payments } pagas, y aparte el complemento, que no he calculado.

sum-birth-result = Le corresponden { $weeks }: { $once } seguidas desde el parto ({ $until_until }), { $flexible } hasta que el bebé cumpla { $months } y { $later } hasta los { $years }. { $paid }
sum-birth-weeks = Le corresponden { $weeks }: { $once } seguidas desde el parto ({ $until_until }), { $flexible } hasta que el bebé cumpla { $months } y { $later } hasta los { $years }.
sum-birth-paid = Cobraría { $daily } al día: { $month } en { $days }.
sum-birth-paid-all = Cobraría { $daily } al día, { $month } en { $days } y { $total } en total.
sum-birth-before = De los nacimientos anteriores al { $date } no puedo hacerle la cuenta: tenían otras semanas.

sum-deadline-working-days = Tiene { $date_until }: { $count } días hábiles desde el siguiente a la notificación, sin sábados, domingos ni festivos.
sum-deadline-months = Tiene { $date_until }: un mes desde la notificación, o el siguiente día hábil.
sum-deadline-over-working-days = El plazo de { $count } días hábiles habría terminado { $date_on }. Compruebe su carta o hable con una persona cuanto antes.
sum-deadline-over-months = El plazo de un mes habría terminado { $date_on }. Compruebe su carta o hable con una persona cuanto antes.
sum-deadline-day = { $date }

sum-step-ordinary-age = En { $year }: { $long } con { $needed } cotizados o más; { $age } con menos.
sum-step-contributed = Cotizado { $date_until }: { $have }.
sum-step-minimum-years = Mínimo para la pensión: { $needed } cotizados.
sum-step-early-voluntary = Por voluntad propia: { $months } antes como máximo, con { $needed } cotizados.
sum-step-early-involuntary = Por haber perdido el empleo: { $months } antes como máximo, con { $needed } cotizados.
sum-step-early-years = Años cotizados que se piden para anticiparla: { $needed }.
sum-step-early-months = Se puede anticipar como máximo { $months }.
sum-step-early-ahead = Del { $date } al { $ordinary }, su edad ordinaria: { $months }, contando entero el mes empezado.
sum-step-early-reduction = Rebaja por { $months } con { $contributed } cotizados: { $percent }.
sum-step-early-minimum = Tiene que superar la pensión mínima a los { $age }: { $minimum } al mes.
sum-step-pension-percent = Porcentaje por { $contributed } cotizados: { $percent }.
sum-step-pension-gross = { $base } × { $percent } = { $amount }.
sum-step-pension-highest = Pensión máxima: { $highest } al mes.
sum-step-pension-highest-cut = La pensión máxima, rebajada un { $percent }: { $highest } al mes.
sum-step-pension-net = { $amount } menos el { $percent } = { $net }.
sum-step-pension-base = { $monthly } × { $months } / { $divisor } = { $base } de base reguladora.
sum-step-pension-delay = Por jubilarse { $delay } más tarde: { $percent } más.
sum-step-base-day = { $base } / { $days } = { $daily } al día.
sum-step-base-highest = La base de { $base } cuenta como la máxima: { $highest }.
sum-step-jobs = { $first } + { $other } = { $total }.
sum-step-sick-nobody = Del día { $first } al { $last }: no hay subsidio.
sum-step-sick-nobody-day = Día { $first }: no hay subsidio.
sum-step-sick-wage-day = Día { $first }: la empresa paga el salario entero.
sum-step-sick-ended-first = Desde el fin del contrato, los primeros { $days }: { $base } × { $percent } = { $amount } al mes.
sum-step-sick-ended-later = Después: { $base } × { $percent } = { $amount } al mes.
sum-step-sick-paid = Del día { $first } al { $last }: { $percent }, { $daily } al día, { $amount }. { $payer }
sum-step-sick-paid-day = Día { $first }: { $percent }, { $daily }, { $amount } en total. { $payer }
sum-payer-employer = Lo paga quien le emplea.
sum-payer-fund = Lo paga el INSS o la mutua; se lo ingresa la empresa.
sum-payer-fund-direct = Se lo paga directamente el INSS o la mutua.
sum-payer-mutual = Se lo paga la mutua.
sum-step-quota-deduction = { $before } menos el { $percent } por gastos genéricos = { $income }.
sum-step-quota-band-reduced = Tramo { $band } de la tabla reducida: base de { $lowest } a { $highest }.
sum-step-quota-band-general = Tramo { $band } de la tabla general: base de { $lowest } a { $highest }.
sum-step-quota = { $base } × { $rate } = { $quota }.
sum-step-quota-flat = Cuota reducida de 2023 a 2025: { $flat } al mes.
sum-step-household-band = Tramo { $band } de la tabla: base de { $base }.
sum-step-household-common = Contingencias comunes: { $employer } quien emplea y { $worker } quien trabaja.
sum-step-household-equity = Mecanismo de equidad (MEI): { $employer } y { $worker }.
sum-step-household-accident = Accidentes de trabajo: { $percent }, quien emplea.
sum-step-household-unemployment = Desempleo: { $employer } y { $worker }.
sum-step-household-guarantee = FOGASA: { $percent }, quien emplea.
sum-step-household-discounts = Descuentos en la parte de quien emplea: { $reduction } en contingencias comunes y { $bonus } en desempleo y FOGASA.
sum-step-widow = { $base } × { $percent } = { $amount }.
sum-step-complement = { $counts } × { $each } = { $amount }.
sum-step-complement-most = Cuentan { $most } hijos como máximo.
sum-step-incapacity = { $base } × { $percent } = { $amount }.
sum-step-incapacity-partial = { $base } × { $times } = { $amount }.
sum-step-birth-weeks = { $weeks }: { $once } obligatorias { $until_until }; { $flexible } { $flexible_until_until } ({ $months }); { $later } { $later_until_until } ({ $years }).
sum-step-birth-pay = { $base } / { $days } × { $percent } = { $daily } al día.
sum-step-deadline-working-days = { $count } días hábiles: { $date_until }.
sum-step-deadline-months = { $count } mes: { $date_until }.
sum-step-deadline-skipped = Festivos que no cuentan: { $days }.

sum-assumed-working = He supuesto que seguirá cotizando hasta entonces.
sum-assumed-abroad = He sumado { $abroad } de otros países: si son de la Unión Europea o tienen convenio con España, cuentan para la edad y los años, pero España solo paga la parte de lo cotizado aquí.
sum-assumed-voluntary = He supuesto que se jubila por voluntad propia.
sum-assumed-earliest = He tomado el primer día posible: { $date }.
sum-assumed-day = Como no sé el día, he tomado el primero de ese mes: { $date }.
sum-assumed-ordinary-age = He supuesto que se jubila a su edad ordinaria.
sum-assumed-employee = He supuesto que trabaja por cuenta ajena.
sum-assumed-birth-today = He hecho la cuenta como si el bebé naciera hoy, con las reglas y las cifras de este año: para saber cuánto dura el permiso y hasta cuándo, dígame el día del parto.
sum-assumed-wage = He tomado su sueldo como base: la de la nómina suele ser algo más alta, porque lleva la parte de las pagas extra.
sum-assumed-jobs = He sumado las bases de sus dos trabajos: { $first } y { $other }, en total { $total } al mes. Solo se suman si los dos son por cuenta ajena.
sum-assumed-activities = He sumado lo que gana con sus dos actividades: { $first } y { $other }, en total { $total } al mes.
sum-assumed-payments = He repartido { $payments } pagas de { $amount } entre los doce meses del año: { $month } al mes.
sum-assumed-household-base = He tomado la base del tramo que corresponde a su sueldo, { $base }.
sum-assumed-flat-base = Con la tarifa plana la baja se calcula sobre la base mínima, { $base }, gane lo que gane.
sum-assumed-two-parents = He contado con dos progenitores: si es uno solo, son más semanas.
sum-assumed-base = He tomado esa cantidad como base reguladora, que es una media de muchos años: con la base de un solo mes la cuenta cambia.
sum-assumed-average-base = He tomado esa cantidad como base reguladora, que es una media de varios años: con un sueldo o con la base de un solo mes la cuenta cambia.
sum-assumed-incapacity-base = Esa base reguladora sale de cotizar por { $monthly } los últimos { $months }, por enfermedad común. Puede ser menor si, sumando los años que le faltan hasta jubilarse, no llega al 100 % de la pensión.
sum-assumed-this-year = He contado solo ese tiempo, con la escala de este año. Si me dice qué día nació, cuento lo que le falta hasta su edad ordinaria y uso la escala de entonces.
sum-assumed-month = He contado { $days }.
sum-assumed-deducted = He supuesto que ya ha restado los gastos y la deducción por gastos genéricos ({ $general }, o { $company } en sociedades).
sum-assumed-permanent = He supuesto que el contrato es indefinido.
sum-assumed-widow-general = He tomado el porcentaje general: hay otros más altos desde los 65 años o con hijos a cargo, con pocos ingresos.
sum-assumed-complement = Lo pueden pedir las madres con una pensión contributiva; a los padres se les piden más condiciones.
sum-assumed-severe = He tomado el porcentaje de la incapacidad absoluta: si la suya es una total con ayuda de otra persona, es menor.

sum-limit-recent-years = Además, dos de los años cotizados tienen que estar dentro de los últimos quince.
sum-limit-special-ages = No cuento las edades más bajas de algunas profesiones ni las de la discapacidad.
sum-limit-early-minimum = Para anticipar la jubilación, la pensión tiene que superar la mínima que le correspondería a los 65 años.
sum-limit-early-military = El servicio militar o social obligatorio suma hasta un año para llegar a los años que se piden.
sum-limit-early-life = La rebaja es para siempre.
sum-limit-early-involuntary = Hace falta un despido u otra causa de la ley y seis meses como demandante de empleo; no vale para autónomos.
sum-limit-early-subsidy = Si lleva al menos tres meses con el subsidio por desempleo, la rebaja puede ser menor.
sum-limit-early-family = Según su familia, la pensión tendría que superar { $minimum } al mes; si no, no podría anticipar la jubilación.
sum-limit-early-capped = Con pensiones por encima de la máxima hay reglas transitorias que pueden darle algo más.
sum-limit-pension-base = El INSS actualiza las bases antiguas con el IPC y compara dos formas de calcular la base; aplica la mejor.
sum-limit-pension-minimum = Según su familia y sus ingresos, podría tener un complemento hasta { $minimum } al mes.
sum-limit-delay-half = Con más de un año y medio de demora pero menos de dos, pregunte al INSS si suma algo más.
sum-limit-delay-forms = También puede elegir un pago único o una combinación.
sum-limit-delay-highest = Lo que pasa de la pensión máxima por la demora se cobra aparte, con un tope.
sum-limit-sick-contributed = Por enfermedad común hacen falta { $days } cotizados en los últimos cinco años.
sum-limit-sick-work-base = Se calcula con la base de accidentes de trabajo; las horas extra se promedian aparte.
sum-limit-sick-self-employed = Tiene que estar al corriente de las cuotas.
sum-limit-sick-agreement = El convenio o la empresa pueden mejorar lo que se cobra, también los primeros días.
sum-limit-sick-part-time = A tiempo parcial o como fijo discontinuo, la base se calcula con los tres últimos meses.
sum-limit-sick-extended = A partir de { $days } decide el INSS si la baja se prorroga.
sum-limit-sick-ended = Cuenta la media de sus bases de los últimos 180 días. El máximo y el mínimo dependen de los hijos a su cargo y no los he calculado.
sum-limit-quota-yearly = Al año siguiente se revisa con lo que declare a Hacienda.
sum-limit-quota-company = Con una sociedad la base mínima puede ser más alta: no la he calculado.
sum-limit-household-hours = La base no puede ser menor que la del salario mínimo por las horas pactadas.
sum-limit-household-more = Con familia numerosa o pocos ingresos los descuentos pueden ser mayores.
sum-limit-widow-pension = La viudedad se calcula con la base reguladora, que puede ser distinta de la pensión.
sum-limit-widow-general = Con 65 años o más sin otra pensión, o con hijos a cargo y pocos ingresos, el porcentaje es mayor.
sum-limit-widow-older = Ese porcentaje exige tener 65 años, no tener otra pensión ni trabajar y no pasar de un límite de ingresos.
sum-limit-widow-minimum = Según su edad, su familia y sus ingresos, podría tener un complemento hasta la pensión mínima.
sum-limit-orphan-together = La viudedad y las orfandades juntas no pasan, en general, de la base reguladora: con muchos hijos, cada uno puede cobrar menos.
sum-limit-orphan-alone = Si nadie cobra la viudedad, a veces la orfandad sube.
sum-limit-orphan-minimum = Con pocos ingresos podría completarse hasta la pensión mínima de orfandad.
sum-limit-complement-one = Solo lo cobra uno de los dos progenitores.
sum-limit-incapacity-minimum = Según su edad, su familia y sus ingresos, podría tener un complemento hasta la pensión mínima.
sum-limit-incapacity-work = Si viene de accidente de trabajo o enfermedad profesional, son 12 pagas y la base se calcula de otra forma.
sum-limit-incapacity-late = Si se concede a los 67 años o después por no llegar a la jubilación, el porcentaje es el de los años mínimos para jubilarse.
sum-limit-incapacity-partial = La base es la que se usó para la baja médica.
sum-limit-birth-more = Hay más tiempo en partos múltiples, discapacidad u hospitalización del bebé.
sum-limit-birth-besides = Hay más tiempo con discapacidad u hospitalización del bebé.
sum-limit-birth-contributed = Desde los 21 años hace falta un mínimo cotizado.
sum-limit-birth-base = Cuenta la base de cotización de dos meses antes del parto; si es autónomo o trabaja a tiempo parcial, la cuenta es otra.
sum-limit-deadline-regional = He contado solo los festivos de toda España: los autonómicos y locales pueden darle algún día más.
sum-limit-deadline-local = Los festivos locales pueden darle algún día más.
sum-limit-deadline-court = En el juzgado, agosto y los días del 24 de diciembre al 6 de enero no suelen contar: podría tener más plazo, pero consúltelo antes de esperar.
sum-assumed-decision = He supuesto que la carta es una resolución del INSS, que se contesta con una reclamación previa. Si solo le pide alegaciones, el plazo es más corto: el que diga la carta. Si es un alta médica, el plazo para reclamar acaba antes: { $discharge_on }.
sum-limit-deadline-letter = Es orientativo: manda el plazo que diga su carta.
