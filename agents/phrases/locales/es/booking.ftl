# Booking, changing and cancelling an appointment: questions, offers, read-backs, results, and results not known yet.

back-to-booking = Seguimos con su cita.

book-ask-need = ¿Para qué trámite necesita la cita?
book-general = De acuerdo, le busco una cita general: allí dirá para qué es.
book-ask-place = ¿En qué municipio o código postal quiere la cita?
book-place-unknown = No encuentro ese código postal. Son cinco cifras. ¿Me lo repite, o me dice el municipio?
book-no-office = En esa provincia no hay oficina para este trámite. ¿Quiere otra provincia?
book-town-without-office = En { $town } no hay oficina para este trámite. Le busco en esta: { $office }.
book-town-nearest-offices = En { $town } no hay oficina para este trámite. Le busco en esta: { $office }, a unos { $km } km en línea recta. La otra más cercana es esta: { $other }, a unos { $otherkm } km.
book-walk-in = Para este trámite no hace falta cita: puede ir a la oficina sin pedirla.
book-not-needed = Este trámite se hace por internet y no tiene cita. Le cuento cómo.
book-offers = Estas son las primeras citas. Trámite: { $need }. Lugar: { $office }.
book-offers-phone = Estas son las primeras citas por teléfono. Trámite: { $need }. Oficina: { $office }.
book-offer = { $number }. { $when }
book-choose = ¿Cuál prefiere? También puede decirme otro día.
book-no-slots = No hay citas libres para esas fechas. Oficina: { $office }. Dígame otra fecha, si quiere.
book-no-slots-range = No hay citas libres para esas fechas. Oficina: { $office }. Estas son las más próximas:
book-no-slots-morning = Aquí no hay citas por la mañana ({ $office }). Estas son las que hay:
book-no-slots-afternoon = Aquí no hay citas por la tarde ({ $office }). Estas son las que hay:
book-no-slots-time = A esa hora no hay citas libres ({ $office }). Estas son las más próximas:
book-too-far = Para esas fechas todavía no se puede pedir cita: se puede hasta el { $until } ({ $office }). Estas son las últimas que hay:
book-date-past = Esa fecha ya ha pasado. ¿Qué otro día le viene bien?
book-date-closed = Ese día la oficina está cerrada. Estas son las citas más próximas:
book-when-unread = No he entendido cuándo le viene bien («{ $words }»). Dígame el día o la hora de otra forma, por favor.
book-noted = Tomo nota.
book-say-which = ¿Cuál de ellas? Dígame el número, o el día y la hora.
book-slot-taken = Esa cita acaba de ocuparse. Estas siguen libres:
book-hold-expired = Ha pasado el tiempo de reserva y esa cita ya no está guardada. Estas son las libres ahora:
book-kept = Le guardo la cita: { $when }. Lugar: { $office } ({ $address }).
book-kept-phone = Le guardo la cita por teléfono: { $when }. Le llamará esta oficina: { $office }.
book-kept-video = Le guardo la cita por videollamada: { $when }. Oficina: { $office }.
book-needs-document = Para reservarla necesito su DNI o NIE, con la letra, o su pasaporte.
book-needs-document-other = Para reservarla necesito el DNI o NIE de la persona que tendrá la cita, con la letra, o su pasaporte.
book-needs-passport = Para reservarla dígame el número de su pasaporte, con las letras que tenga.
book-needs-passport-other = Para reservarla dígame el número del pasaporte de la persona que tendrá la cita, con las letras que tenga.
book-document-invalid = La letra no coincide con el número. ¿Lo revisa, por favor?
book-document-repair = La letra no coincide con el número. Compruebe si el suyo es: { $documents }. Si no lo es, repítamelo entero, por favor.
book-document-part = Eso es solo una parte del documento. Dígamelo entero, con la letra, por favor.
book-refused-document = El servicio de citas no admite ese documento.
book-refused-phone = El servicio de citas no admite ese número de teléfono.
book-refused-email = El servicio de citas no admite ese correo electrónico. Puedo reservar la cita sin él, o dígame otro.
book-made-before = La cita ya había quedado reservada, con los datos de antes. Si ha corregido alguno, pida hablar con una persona.
book-ask-phone = ¿A qué número de teléfono le llamamos?
book-read-back = Le leo la cita: { $when }. Lugar: { $office }. Trámite: { $need }. Documento: { $document }. ¿La confirmo?
book-read-back-phone = Le leo la cita: { $when }. Le llamará esta oficina: { $office }. Teléfono: { $phone }. Trámite: { $need }. Documento: { $document }. ¿La confirmo?
book-what-change = De acuerdo, no la confirmo. Dígame qué quiere cambiar: el trámite, el día, la hora o el lugar.
book-done = Cita confirmada: { $when }. Lugar: { $office }. Su localizador es { $locator }. Guárdelo para cambiarla o anularla.
book-done-phone = Cita confirmada: { $when }. Le llamará esta oficina: { $office }. Su localizador es { $locator }. Guárdelo para cambiarla o anularla.
book-bring = Lleve: { $documents }.
book-free = La cita es gratuita. Desconfíe de quien la venda.
book-already = Ya hay una cita activa con ese documento para este asunto. Puede cambiarla o anularla con su localizador.
book-abandoned = De acuerdo, no reservo nada.
book-none = Este trámite no tiene cita.
book-for-other = De acuerdo, la cita es para otra persona.
book-channel-none = Para este trámite no hay cita por ese medio.
book-maybe-online = Quizá no necesite cita, porque también puede hacerlo por internet:
book-papers = Para que la visita no sea en balde, ese día lleve: { $documents }. Si aún le falta algo, puedo buscarle un día más adelante.
book-else-office = Puedo buscar también en otra oficina.
book-else-phone = También hay citas por teléfono.
book-else-person = También hay citas en persona.
book-else-waiting-list = Y puedo apuntarle en la lista de espera, para escribirle si queda libre una cita.
book-offers-video = Estas son las primeras citas por videollamada. Trámite: { $need }. Oficina: { $office }.
book-read-back-video = Le leo la cita: { $when }. Será por videollamada con esta oficina: { $office }. Trámite: { $need }. Documento: { $document }. ¿La confirmo?
book-done-video = Cita confirmada: { $when }. Será por videollamada con esta oficina: { $office }. Su localizador es { $locator }. Guárdelo para cambiarla o anularla.
book-room = A la hora de la cita, entre en la videollamada por este enlace: { $link }
book-prepare = Tenga a mano: { $documents }.

locator-ask = Dígame el localizador de la cita y su DNI o NIE. Si lo que quiere es una cita nueva, dígamelo.
locator-ask-locator = Dígame el localizador de la cita: son ocho letras y números.
locator-ask-document = Ahora dígame su DNI o NIE, con la letra, o su pasaporte.
locator-not-found = No encuentro una cita activa con ese localizador y ese documento. ¿Los revisa, por favor?
locator-lost = Sin el localizador no puedo ver la cita desde aquí. Una persona puede ayudarle. ¿Quiere hablar con ella?
locator-ask-document-other = Ahora dígame el DNI o NIE de la persona que tiene la cita, con la letra, o su pasaporte.
locator-ask-passport-other = Ahora dígame el número del pasaporte de la persona que tiene la cita, con las letras que tenga.
locator-ask-passport = Ahora dígame el número de su pasaporte, con las letras que tenga.

change-current = Su cita es: { $when }. Lugar: { $office }. ¿Para qué día la quiere cambiar?
change-read-back = Cambio su cita. Ahora: { $before }. Nueva: { $when }. Lugar: { $office }. ¿Lo confirmo?
change-done = Cita cambiada. Ahora es: { $when }. Lugar: { $office }. Su localizador sigue siendo { $locator }.
change-abandoned = De acuerdo, su cita queda como estaba.
change-cannot-move = No puedo cambiar esa cita a otra forma de atención. Su cita sigue como estaba. Si quiere, anúlela y pida otra.

appointment-made = Su cita ya quedó confirmada. Si necesita algo más, dígamelo.

cancel-read-back = Voy a anular su cita: { $when }. Lugar: { $office }. ¿Lo confirmo?
cancel-done = Su cita está anulada. Gracias por avisar: así queda libre para otra persona.
cancel-abandoned = De acuerdo, su cita sigue en pie.

when = { $date }, a las { $time }
when-canary = { $date }, a las { $time } (hora canaria)

person-unavailable = El servicio de citas no responde ahora mismo. No se ha reservado ni cambiado nada. Le pongo en contacto con una persona.
person-ask = Dígame el DNI o NIE de quien tiene la cita y el teléfono que se dio al pedirla. Si no se dio teléfono, dígamelo. Si aparece el localizador, también me sirve.
person-ask-phone = ¿Qué teléfono dio al pedir la cita? Si no dio ninguno, dígamelo.
person-not-found = No encuentro una cita activa con ese documento y ese teléfono. ¿Los revisa, por favor? Si no se dio teléfono, dígamelo.
person-too-many-finds = Por seguridad, ahora no puedo buscar más veces una cita con documento y teléfono. Puede intentarlo más tarde, darme el localizador o hablar con una persona.
person-which = Tiene varias citas. ¿Cuál de ellas?
visit-ask = Sin teléfono puedo buscarla de otra forma. Dígame el documento de quien tiene la cita, qué día es y en qué municipio está la oficina.
visit-ask-document = ¿Cuál es el documento de quien tiene la cita?
visit-ask-day = ¿Qué día es la cita?
visit-ask-place = ¿En qué municipio está la oficina de la cita?
visit-not-found = No encuentro una cita activa con esos datos. Una persona puede ayudarle: ¿le paso? Si lo prefiere, revise el documento, el día y el municipio y dígamelos otra vez.
help-document = Es el documento de la persona que irá a la cita. Solo lo uso para la cita, y no se muestra entero. La cita es gratuita.
help-phone = Es el teléfono de la persona que tiene la cita. Solo lo uso para la cita.
help-email = Es el correo al que le escribiremos si queda libre una cita. Solo lo uso para eso.
help-locator = El localizador son las ocho letras y números que se dan al pedir la cita. Si no lo tiene, dígamelo. Si todavía no tiene cita, puedo buscarle una.
help-visit = Con el documento, el día y la oficina puedo encontrar la cita aunque no diera teléfono.

reply-check = Comprobar la cita

unsure-book = No sé todavía si la cita ha quedado reservada: el servicio de citas no me lo ha confirmado. No la pida otra vez. Escríbame dentro de un momento y lo compruebo. Si lo prefiere, le pongo en contacto con una persona.
unsure-change = No sé todavía si la cita ha quedado cambiada: el servicio de citas no me lo ha confirmado. No la cambie otra vez. Escríbame dentro de un momento y lo compruebo. Si lo prefiere, le pongo en contacto con una persona.
unsure-cancel = No sé todavía si la cita ha quedado anulada: el servicio de citas no me lo ha confirmado. Escríbame dentro de un momento y lo compruebo. Si lo prefiere, le pongo en contacto con una persona.
unsure-book-not-done = Lo he comprobado: la cita no ha quedado reservada.
unsure-change-not-done = Lo he comprobado: el cambio no se ha hecho. Su cita sigue como estaba.
unsure-cancel-not-done = Lo he comprobado: por ahora, la cita no se ha anulado.
