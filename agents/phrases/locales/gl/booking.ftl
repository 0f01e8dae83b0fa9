# Booking, changing and cancelling an appointment: questions, offers, read-backs, results, and results not known yet.

back-to-booking = Seguimos coa súa cita.

book-ask-need = Para que trámite necesita a cita?
book-general = De acordo, búscolle unha cita xeral: alí dirá para que é.
book-ask-place = En que concello ou código postal quere a cita?
book-place-unknown = Non atopo ese código postal. Son cinco cifras. Repítemo, ou dime o concello?
book-no-office = Nesa provincia non hai oficina para este trámite. Quere outra provincia?
book-town-without-office = En { $town } non hai oficina para este trámite. Búscolle nesta: { $office }.
book-town-nearest-offices = En { $town } non hai oficina para este trámite. Búscolle nesta: { $office }, a uns { $km } km en liña recta. A outra máis próxima é esta: { $other }, a uns { $otherkm } km.
book-walk-in = Para este trámite non fai falta cita: pode ir á oficina sen pedila.
book-not-needed = Este trámite faise por internet e non ten cita. Cóntolle como.
book-offers = Estas son as primeiras citas. Trámite: { $need }. Lugar: { $office }.
book-offers-phone = Estas son as primeiras citas por teléfono. Trámite: { $need }. Oficina: { $office }.
book-offer = { $number }. { $when }
book-choose = Cal prefire? Tamén me pode dicir outro día.
book-no-slots = Non hai citas libres para esas datas. Oficina: { $office }. Dígame outra data, se quere.
book-no-slots-range = Non hai citas libres para esas datas. Oficina: { $office }. Estas son as máis próximas:
book-no-slots-morning = Aquí non hai citas pola mañá ({ $office }). Estas son as que hai:
book-no-slots-afternoon = Aquí non hai citas pola tarde ({ $office }). Estas son as que hai:
book-no-slots-time = A esa hora non hai citas libres ({ $office }). Estas son as máis próximas:
book-too-far = Para esas datas aínda non se pode pedir cita: pódese ata o { $until } ({ $office }). Estas son as últimas que hai:
book-date-past = Esa data xa pasou. Que outro día lle vén ben?
book-date-closed = Ese día a oficina está pechada. Estas son as citas máis próximas:
book-when-unread = Non entendín cando lle vén ben («{ $words }»). Dígame o día ou a hora doutra forma, por favor.
book-noted = Tomo nota.
book-say-which = Cal delas? Dígame o número, ou o día e a hora.
book-slot-taken = Esa cita acaba de ocuparse. Estas seguen libres:
book-hold-expired = Pasou o tempo de reserva e esa cita xa non está gardada. Estas son as que hai libres agora:
book-kept = Gárdolle a cita: { $when }. Lugar: { $office } ({ $address }).
book-kept-phone = Gárdolle a cita por teléfono: { $when }. Chamarao esta oficina: { $office }.
book-kept-video = Gárdolle a cita por videochamada: { $when }. Oficina: { $office }.
book-needs-document = Para reservala necesito o seu DNI ou NIE, coa letra, ou o seu pasaporte.
book-needs-document-other = Para reservala necesito o DNI ou NIE da persoa que terá a cita, coa letra, ou o seu pasaporte.
book-needs-passport = Para reservala dígame o número do seu pasaporte, coas letras que teña.
book-needs-passport-other = Para reservala dígame o número do pasaporte da persoa que terá a cita, coas letras que teña.
book-document-invalid = A letra non coincide co número. Revísao, por favor?
book-document-repair = A letra non coincide co número. Comprobe se o seu é: { $documents }. Se non o é, repítamo enteiro, por favor.
book-document-part = Iso é só unha parte do documento. Dígamo enteiro, coa letra, por favor.
book-refused-document = O servizo de citas non admite ese documento.
book-refused-phone = O servizo de citas non admite ese número de teléfono.
book-refused-email = O servizo de citas non admite ese correo electrónico. Podo reservar a cita sen el, ou dígame outro.
book-made-before = A cita xa quedara reservada, cos datos de antes. Se corrixiu algún, pida falar cunha persoa.
book-ask-phone = A que número de teléfono o chamamos?
book-read-back = Léolle a cita: { $when }. Lugar: { $office }. Trámite: { $need }. Documento: { $document }. Confírmoa?
book-read-back-phone = Léolle a cita: { $when }. Chamarao esta oficina: { $office }. Teléfono: { $phone }. Trámite: { $need }. Documento: { $document }. Confírmoa?
book-what-change = De acordo, non a confirmo. Dígame que quere cambiar: o trámite, o día, a hora ou o lugar.
book-done = Cita confirmada: { $when }. Lugar: { $office }. O seu localizador é { $locator }. Gárdeo para cambiala ou anulala.
book-done-phone = Cita confirmada: { $when }. Chamarao esta oficina: { $office }. O seu localizador é { $locator }. Gárdeo para cambiala ou anulala.
book-bring = Leve: { $documents }.
book-free = A cita é gratuíta. Desconfíe de quen a venda.
book-already = Xa hai unha cita activa con ese documento para este asunto. Pode cambiala ou anulala co seu localizador.
book-abandoned = De acordo, non reservo nada.
book-none = Este trámite non ten cita.
book-for-other = De acordo, a cita é para outra persoa.
book-channel-none = Para este trámite non hai cita por ese medio.
book-maybe-online = Quizais non precise cita, porque tamén pode facelo por internet:
book-papers = Para que a visita non sexa en balde, ese día leve: { $documents }. Se aínda lle falta algo, podo buscarlle un día máis adiante.
book-else-office = Tamén podo buscar noutra oficina.
book-else-phone = Tamén hai citas por teléfono.
book-else-person = Tamén hai citas en persoa.
book-else-waiting-list = E podo anotalo na lista de agarda, para escribirlle se queda libre unha cita.
book-offers-video = Estas son as primeiras citas por videochamada. Trámite: { $need }. Oficina: { $office }.
book-read-back-video = Léolle a cita: { $when }. Será por videochamada con esta oficina: { $office }. Trámite: { $need }. Documento: { $document }. Confírmoa?
book-done-video = Cita confirmada: { $when }. Será por videochamada con esta oficina: { $office }. O seu localizador é { $locator }. Gárdeo para cambiala ou anulala.
book-room = Á hora da cita, entre na videochamada por esta ligazón: { $link }
book-prepare = Teña a man: { $documents }.

locator-ask = Dígame o localizador da cita e o seu DNI ou NIE. Se o que quere é unha cita nova, dígamo.
locator-ask-locator = Dígame o localizador da cita: son oito letras e números.
locator-ask-document = Agora dígame o seu DNI ou NIE, coa letra, ou o seu pasaporte.
locator-not-found = Non atopo unha cita activa con ese localizador e ese documento. Revísaos, por favor?
locator-lost = Sen o localizador non podo ver a cita desde aquí. Unha persoa pode axudalo. Quere falar con ela?
locator-ask-document-other = Agora dígame o DNI ou NIE da persoa que ten a cita, coa letra, ou o seu pasaporte.
locator-ask-passport-other = Agora dígame o número do pasaporte da persoa que ten a cita, coas letras que teña.
locator-ask-passport = Agora dígame o número do seu pasaporte, coas letras que teña.

change-current = A súa cita é: { $when }. Lugar: { $office }. Para que día a quere cambiar?
change-read-back = Cambio a súa cita. Agora: { $before }. Nova: { $when }. Lugar: { $office }. Confírmoo?
change-done = Cita cambiada. Agora é: { $when }. Lugar: { $office }. O seu localizador segue sendo { $locator }.
change-abandoned = De acordo, a súa cita queda como estaba.
change-cannot-move = Non podo cambiar esa cita a outra forma de atención. A súa cita segue como estaba. Se quere, anúlea e pida outra.

appointment-made = A súa cita xa quedou confirmada. Se precisa algo máis, dígamo.

cancel-read-back = Vou anular a súa cita: { $when }. Lugar: { $office }. Confírmoo?
cancel-done = A súa cita está anulada. Grazas por avisar: así queda libre para outra persoa.
cancel-abandoned = De acordo, a súa cita segue en pé.

when = { $date }, ás { $time }
when-canary = { $date }, ás { $time } (hora canaria)

person-unavailable = O servizo de citas non responde agora mesmo. Non se reservou nin se cambiou nada. Póñoo en contacto cunha persoa.
person-ask = Dígame o DNI ou NIE de quen ten a cita e o teléfono que se deu ao pedila. Se non se deu teléfono, dígamo. Se aparece o localizador, tamén serve.
person-ask-phone = Que teléfono deu ao pedir a cita? Se non deu ningún, dígamo.
person-not-found = Non atopo unha cita activa con ese documento e ese teléfono. Revísaos, por favor? Se non se deu teléfono, dígamo.
person-too-many-finds = Por seguridade, agora non podo buscar máis veces unha cita con documento e teléfono. Pode tentalo máis tarde, darme o localizador ou falar cunha persoa.
person-which = Ten varias citas. Cal delas?
visit-ask = Sen teléfono podo buscala doutra forma. Dígame o documento de quen ten a cita, que día é e en que concello está a oficina.
visit-ask-document = Cal é o documento de quen ten a cita?
visit-ask-day = Que día é a cita?
visit-ask-place = En que concello está a oficina da cita?
visit-not-found = Non atopo unha cita activa con eses datos. Unha persoa pode axudarlle: quere falar con ela? Se o prefire, revise o documento, o día e o concello e dígamos outra vez.
help-document = É o documento da persoa que irá á cita. Só o uso para a cita, e non se mostra enteiro. A cita é gratuíta.
help-phone = É o teléfono da persoa que ten a cita. Só o uso para a cita.
help-email = É o correo ao que lle escribiremos se queda libre unha cita. Só o uso para iso.
help-locator = O localizador son as oito letras e números que se dan ao pedir a cita. Se non o ten, dígamo. Se aínda non ten cita, podo buscarlle unha.
help-visit = Co documento, o día e a oficina podo atopar a cita aínda que non dese teléfono.

reply-check = Comprobar a cita

unsure-book = Aínda non sei se a cita quedou reservada: o servizo de citas non mo confirmou. Non a pida outra vez. Escríbame dentro dun momento e compróboo. Se o prefire, póñoo en contacto cunha persoa.
unsure-change = Aínda non sei se a cita quedou cambiada: o servizo de citas non mo confirmou. Non a cambie outra vez. Escríbame dentro dun momento e compróboo. Se o prefire, póñoo en contacto cunha persoa.
unsure-cancel = Aínda non sei se a cita quedou anulada: o servizo de citas non mo confirmou. Escríbame dentro dun momento e compróboo. Se o prefire, póñoo en contacto cunha persoa.
unsure-book-not-done = Comprobeino: a cita non quedou reservada.
unsure-change-not-done = Comprobeino: o cambio non se fixo. A súa cita segue como estaba.
unsure-cancel-not-done = Comprobeino: polo de agora, a cita non se anulou.
