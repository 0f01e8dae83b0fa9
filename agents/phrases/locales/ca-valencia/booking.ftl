# Booking, changing and cancelling an appointment: questions, offers, read-backs, results, and results not known yet.

back-to-booking = Continuem amb la seua cita.

book-ask-place = En quin municipi o codi postal vol la cita?
book-place-unknown = No trobe este codi postal. Són cinc xifres. Me'l repetix, o em diu el municipi?
book-no-office = En esta província no hi ha cap oficina per a este tràmit. Vol una altra província?
book-town-without-office = A { $town } no hi ha oficina per a este tràmit. Li busque en esta: { $office }.
book-town-nearest-offices = A { $town } no hi ha oficina per a este tràmit. Li busque en esta: { $office }, a uns { $km } km en línia recta. L'altra més pròxima és esta: { $other }, a uns { $otherkm } km.
book-walk-in = Per a este tràmit no cal cita: pot anar a l'oficina sense demanar-la.
book-not-needed = Este tràmit es fa per internet i no té cita. Li explique com.
book-offers = Estes són les primeres cites. Tràmit: { $need }. Lloc: { $office }.
book-offers-phone = Estes són les primeres cites per telèfon. Tràmit: { $need }. Oficina: { $office }.
book-choose = Quina preferix? També em pot dir un altre dia.
book-no-slots = No hi ha cites lliures per a estes dates. Oficina: { $office }. Diga'm una altra data, si vol.
book-no-slots-range = No hi ha cites lliures per a estes dates. Oficina: { $office }. Estes són les més pròximes:
book-no-slots-morning = Ací no hi ha cites de matí ({ $office }). Estes són les que hi ha:
book-no-slots-afternoon = Ací no hi ha cites de vesprada ({ $office }). Estes són les que hi ha:
book-no-slots-time = A eixa hora no hi ha cites lliures ({ $office }). Estes són les més pròximes:
book-too-far = Per a eixes dates encara no es pot demanar cita: es pot fins al { $until } ({ $office }). Estes són les últimes que hi ha:
book-date-past = Esta data ja ha passat. Quin altre dia li va bé?
book-date-closed = Eixe dia l'oficina està tancada. Estes són les cites més pròximes:
book-when-unread = No he entés quan li va bé («{ $words }»). Diga'm el dia o l'hora d'una altra manera, per favor.
book-slot-taken = Esta cita s'acaba d'ocupar. Estes continuen lliures:
book-hold-expired = Ha passat el temps de reserva i esta cita ja no està guardada. Estes són les que hi ha lliures ara:
book-kept = Li guarde la cita: { $when }. Lloc: { $office } ({ $address }).
book-kept-phone = Li guarde la cita per telèfon: { $when }. Li telefonarà esta oficina: { $office }.
book-kept-video = Li guarde la cita per videoconferència: { $when }. Oficina: { $office }.
book-needs-document = Per a reservar-la necessite el seu DNI o NIE, amb la lletra, o el seu passaport.
book-needs-document-other = Per a reservar-la necessite el DNI o NIE de la persona que tindrà la cita, amb la lletra, o el seu passaport.
book-needs-passport = Per a reservar-la diga'm el número del seu passaport, amb les lletres que tinga.
book-needs-passport-other = Per a reservar-la diga'm el número del passaport de la persona que tindrà la cita, amb les lletres que tinga.
book-document-invalid = La lletra no coincidix amb el número. Ho revisa, per favor?
book-document-repair = La lletra no coincidix amb el número. Comprove si el seu és: { $documents }. Si no ho és, torne a dir-me'l sencer, per favor.
book-document-part = Això és només una part del document. Diga-me'l sencer, amb la lletra, per favor.
book-refused-document = El servici de cites no admet este document.
book-refused-phone = El servici de cites no admet este número de telèfon.
book-refused-email = El servici de cites no admet este correu electrònic. Puc reservar la cita sense, o diga-me'n un altre.
book-made-before = La cita ja havia quedat reservada, amb les dades d'abans. Si n'ha corregit alguna, demane parlar amb una persona.
book-ask-phone = A quin número li telefonem?
book-read-back = Li llig la cita: { $when }. Lloc: { $office }. Tràmit: { $need }. Document: { $document }. La confirme?
book-read-back-phone = Li llig la cita: { $when }. Li telefonarà esta oficina: { $office }. Telèfon: { $phone }. Tràmit: { $need }. Document: { $document }. La confirme?
book-what-change = D'acord, no la confirme. Diga'm què vol canviar: el tràmit, el dia, l'hora o el lloc.
book-done = Cita confirmada: { $when }. Lloc: { $office }. El seu localitzador és { $locator }. Guarde'l per a canviar-la o anul·lar-la.
book-done-phone = Cita confirmada: { $when }. Li telefonarà esta oficina: { $office }. El seu localitzador és { $locator }. Guarde'l per a canviar-la o anul·lar-la.
book-bring = Porte: { $documents }.
book-free = La cita és gratuïta. Desconfie de qui la venga.
book-already = Ja hi ha una cita activa amb este document per a este assumpte. La pot canviar o anul·lar amb el localitzador.
book-abandoned = D'acord, no reserve res.
book-none = Este tràmit no té cita.
book-channel-none = Per a este tràmit no hi ha cita per este mitjà.
book-papers = Perquè la visita no siga en va, eixe dia porte: { $documents }. Si encara li falta alguna cosa, li puc buscar un dia més avant.
book-offers-video = Estes són les primeres cites per videoconferència. Tràmit: { $need }. Oficina: { $office }.
book-read-back-video = Li llig la cita: { $when }. Serà per videoconferència amb esta oficina: { $office }. Tràmit: { $need }. Document: { $document }. La confirme?
book-done-video = Cita confirmada: { $when }. Serà per videoconferència amb esta oficina: { $office }. El seu localitzador és { $locator }. Guarde'l per a canviar-la o anul·lar-la.
book-room = A l'hora de la cita, entre en la videoconferència per este enllaç: { $link }
book-prepare = Tinga a mà: { $documents }.

locator-ask = Diga'm el localitzador de la cita i el seu DNI o NIE. Si el que vol és una cita nova, diga-m'ho.
locator-ask-locator = Diga'm el localitzador de la cita: són huit lletres i números.
locator-ask-document = Ara diga'm el seu DNI o NIE, amb la lletra, o el seu passaport.
locator-not-found = No trobe cap cita activa amb este localitzador i este document. Els revisa, per favor?
locator-lost = Sense el localitzador no puc vore la cita des d'ací. Una persona el pot ajudar. Hi vol parlar?
locator-ask-document-other = Ara diga'm el DNI o NIE de la persona que té la cita, amb la lletra, o el seu passaport.
locator-ask-passport-other = Ara diga'm el número del passaport de la persona que té la cita, amb les lletres que tinga.
locator-ask-passport = Ara diga'm el número del seu passaport, amb les lletres que tinga.

change-current = La seua cita és: { $when }. Lloc: { $office }. Per a quin dia la vol canviar?
change-current-phone = La seua cita és: { $when }. Li telefonarà esta oficina: { $office }. Per a quin dia la vol canviar?
change-current-video = La seua cita és: { $when }. Serà per videoconferència amb esta oficina: { $office }. Per a quin dia la vol canviar?
change-read-back = Canvie la seua cita. Ara: { $before }. Nova: { $when }. Lloc: { $office }. Ho confirme?
change-read-back-phone = Canvie la seua cita. Ara: { $before }. Nova: { $when }. Li telefonarà esta oficina: { $office }. Ho confirme?
change-read-back-video = Canvie la seua cita. Ara: { $before }. Nova: { $when }. Serà per videoconferència amb esta oficina: { $office }. Ho confirme?
change-done-phone = Cita canviada. Ara és: { $when }. Li telefonarà esta oficina: { $office }. El seu localitzador continua sent { $locator }.
change-done-video = Cita canviada. Ara és: { $when }. Serà per videoconferència amb esta oficina: { $office }. El seu localitzador continua sent { $locator }.
change-abandoned = D'acord, la seua cita queda com estava.
change-cannot-move = No puc canviar esta cita a una altra forma d'atenció. La seua cita continua com estava. Si vol, anul·le-la i demane'n una altra.

appointment-made = La seua cita ja ha quedat confirmada. Si necessita res més, diga-m'ho.

cancel-read-back = Anul·laré la seua cita: { $when }. Lloc: { $office }. Ho confirme?
cancel-read-back-phone = Anul·laré la seua cita: { $when }. Per telèfon, amb esta oficina: { $office }. Ho confirme?
cancel-read-back-video = Anul·laré la seua cita: { $when }. Per videoconferència, amb esta oficina: { $office }. Ho confirme?
cancel-done = La seua cita està anul·lada. Gràcies per avisar: així queda lliure per a una altra persona.
cancel-abandoned = D'acord, la seua cita es manté.

person-unavailable = El servici de cites no respon ara mateix. No s'ha reservat ni canviat res. El pose en contacte amb una persona.
person-ask = Diga'm el DNI o NIE de qui té la cita i el telèfon que es va donar en demanar-la. Si no es va donar telèfon, diga-m'ho. Si troba el localitzador, també servix.
visit-ask = Sense telèfon la puc buscar d'una altra manera. Diga'm el document de qui té la cita, quin dia és i a quin municipi està l'oficina.

unsure-book = Encara no sé si la cita ha quedat reservada: el servici de cites no m'ho ha confirmat. No la demane una altra vegada. Escriga'm d'ací a un moment i ho comprove. Si ho preferix, el pose en contacte amb una persona.
unsure-change = Encara no sé si la cita ha quedat canviada: el servici de cites no m'ho ha confirmat. No la canvie una altra vegada. Escriga'm d'ací a un moment i ho comprove. Si ho preferix, el pose en contacte amb una persona.
unsure-cancel = Encara no sé si la cita ha quedat anul·lada: el servici de cites no m'ho ha confirmat. Escriga'm d'ací a un moment i ho comprove. Si ho preferix, el pose en contacte amb una persona.
unsure-change-not-done = Ho he comprovat: el canvi no s'ha fet. La seua cita continua com estava.
