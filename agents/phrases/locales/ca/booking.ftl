# Booking, changing and cancelling an appointment: questions, offers, read-backs, results, and results not known yet.

back-to-booking = Continuem amb la seva cita.

book-ask-need = Per a quin tràmit necessita la cita?
book-general = D'acord, li busco una cita general: allà dirà per a què és.
book-ask-place = A quin municipi o codi postal vol la cita?
book-place-unknown = No trobo aquest codi postal. Són cinc xifres. Me'l repeteix, o em diu el municipi?
book-no-office = En aquesta província no hi ha cap oficina per a aquest tràmit. Vol una altra província?
book-town-without-office = A { $town } no hi ha oficina per a aquest tràmit. Li busco en aquesta: { $office }.
book-town-nearest-offices = A { $town } no hi ha oficina per a aquest tràmit. Li busco en aquesta: { $office }, a uns { $km } km en línia recta. L'altra més propera és aquesta: { $other }, a uns { $otherkm } km.
book-walk-in = Per a aquest tràmit no cal cita: pot anar a l'oficina sense demanar-la.
book-not-needed = Aquest tràmit es fa per internet i no té cita. Li explico com.
book-offers = Aquestes són les primeres cites. Tràmit: { $need }. Lloc: { $office }.
book-offers-phone = Aquestes són les primeres cites per telèfon. Tràmit: { $need }. Oficina: { $office }.
book-offer = { $number }. { $when }
book-choose = Quina prefereix? També em pot dir un altre dia.
book-no-slots = No hi ha cites lliures per a aquestes dates. Oficina: { $office }. Digui'm una altra data, si vol.
book-no-slots-range = No hi ha cites lliures per a aquestes dates. Oficina: { $office }. Aquestes són les més pròximes:
book-no-slots-morning = Aquí no hi ha cites al matí ({ $office }). Aquestes són les que hi ha:
book-no-slots-afternoon = Aquí no hi ha cites a la tarda ({ $office }). Aquestes són les que hi ha:
book-no-slots-time = A aquesta hora no hi ha cites lliures ({ $office }). Aquestes són les més pròximes:
book-too-far = Per a aquestes dates encara no es pot demanar cita: es pot fins al { $until } ({ $office }). Aquestes són les últimes que hi ha:
book-date-past = Aquesta data ja ha passat. Quin altre dia li va bé?
book-date-closed = Aquell dia l'oficina és tancada. Aquestes són les cites més pròximes:
book-when-unread = No he entès quan li va bé («{ $words }»). Digui'm el dia o l'hora d'una altra manera, si us plau.
book-noted = En prenc nota.
book-say-which = Quina d'elles? Digui'm el número, o el dia i l'hora.
book-slot-taken = Aquesta cita s'acaba d'ocupar. Aquestes continuen lliures:
book-hold-expired = Ha passat el temps de reserva i aquesta cita ja no està guardada. Aquestes són les que hi ha lliures ara:
book-kept = Li guardo la cita: { $when }. Lloc: { $office } ({ $address }).
book-kept-phone = Li guardo la cita per telèfon: { $when }. Li trucarà aquesta oficina: { $office }.
book-kept-video = Li guardo la cita per videotrucada: { $when }. Oficina: { $office }.
book-needs-document = Per reservar-la necessito el seu DNI o NIE, amb la lletra, o el seu passaport.
book-needs-document-other = Per reservar-la necessito el DNI o NIE de la persona que tindrà la cita, amb la lletra, o el seu passaport.
book-needs-passport = Per reservar-la digui'm el número del seu passaport, amb les lletres que tingui.
book-needs-passport-other = Per reservar-la digui'm el número del passaport de la persona que tindrà la cita, amb les lletres que tingui.
book-document-invalid = La lletra no coincideix amb el número. Ho revisa, si us plau?
book-document-repair = La lletra no coincideix amb el número. Comprovi si el seu és: { $documents }. Si no ho és, torni-me'l a dir sencer, si us plau.
book-document-part = Això és només una part del document. Digui-me'l sencer, amb la lletra, si us plau.
book-refused-document = El servei de cites no admet aquest document.
book-refused-phone = El servei de cites no admet aquest número de telèfon.
book-refused-email = El servei de cites no admet aquest correu electrònic. Puc reservar la cita sense, o digui-me'n un altre.
book-made-before = La cita ja havia quedat reservada, amb les dades d'abans. Si n'ha corregit alguna, demani parlar amb una persona.
book-ask-phone = A quin número de telèfon li truquem?
book-read-back = Li llegeixo la cita: { $when }. Lloc: { $office }. Tràmit: { $need }. Document: { $document }. La confirmo?
book-read-back-phone = Li llegeixo la cita: { $when }. Li trucarà aquesta oficina: { $office }. Telèfon: { $phone }. Tràmit: { $need }. Document: { $document }. La confirmo?
book-what-change = D'acord, no la confirmo. Digui'm què vol canviar: el tràmit, el dia, l'hora o el lloc.
book-done = Cita confirmada: { $when }. Lloc: { $office }. El seu localitzador és { $locator }. Guardi'l per canviar-la o anul·lar-la.
book-done-phone = Cita confirmada: { $when }. Li trucarà aquesta oficina: { $office }. El seu localitzador és { $locator }. Guardi'l per canviar-la o anul·lar-la.
book-bring = Porti: { $documents }.
book-free = La cita és gratuïta. Desconfiï de qui la vengui.
book-already = Ja hi ha una cita activa amb aquest document per a aquest assumpte. La pot canviar o anul·lar amb el localitzador.
book-abandoned = D'acord, no reservo res.
book-none = Aquest tràmit no té cita.
book-for-other = D'acord, la cita és per a una altra persona.
book-channel-none = Per a aquest tràmit no hi ha cita per aquest mitjà.
book-maybe-online = Potser no li cal cita, perquè també es pot fer per internet:
book-papers = Perquè la visita no sigui en va, aquell dia porti: { $documents }. Si encara li falta alguna cosa, li puc buscar un dia més endavant.
book-else-office = També puc buscar en una altra oficina.
book-else-phone = També hi ha cites per telèfon.
book-else-person = També hi ha cites en persona.
book-else-waiting-list = I el puc apuntar a la llista d'espera, per escriure-li si queda lliure una cita.
book-offers-video = Aquestes són les primeres cites per videotrucada. Tràmit: { $need }. Oficina: { $office }.
book-read-back-video = Li llegeixo la cita: { $when }. Serà per videotrucada amb aquesta oficina: { $office }. Tràmit: { $need }. Document: { $document }. La confirmo?
book-done-video = Cita confirmada: { $when }. Serà per videotrucada amb aquesta oficina: { $office }. El seu localitzador és { $locator }. Guardi'l per canviar-la o anul·lar-la.
book-room = A l'hora de la cita, entri a la videotrucada per aquest enllaç: { $link }
book-prepare = Tingui a mà: { $documents }.

locator-ask = Digui'm el localitzador de la cita i el seu DNI o NIE. Si el que vol és una cita nova, digui-m'ho.
locator-ask-locator = Digui'm el localitzador de la cita: són vuit lletres i números.
locator-ask-document = Ara digui'm el seu DNI o NIE, amb la lletra, o el seu passaport.
locator-not-found = No trobo cap cita activa amb aquest localitzador i aquest document. Els revisa, si us plau?
locator-lost = Sense el localitzador no puc veure la cita des d'aquí. Una persona el pot ajudar. Hi vol parlar?
locator-ask-document-other = Ara digui'm el DNI o NIE de la persona que té la cita, amb la lletra, o el seu passaport.
locator-ask-passport-other = Ara digui'm el número del passaport de la persona que té la cita, amb les lletres que tingui.
locator-ask-passport = Ara digui'm el número del seu passaport, amb les lletres que tingui.

change-current = La seva cita és: { $when }. Lloc: { $office }. Per a quin dia la vol canviar?
change-read-back = Canvio la seva cita. Ara: { $before }. Nova: { $when }. Lloc: { $office }. Ho confirmo?
change-done = Cita canviada. Ara és: { $when }. Lloc: { $office }. El seu localitzador continua sent { $locator }.
change-abandoned = D'acord, la seva cita queda com estava.
change-cannot-move = No puc canviar aquesta cita a una altra forma d'atenció. La seva cita continua com estava. Si vol, anul·li-la i demani'n una altra.

appointment-made = La seva cita ja ha quedat confirmada. Si necessita res més, digui-m'ho.

cancel-read-back = Anul·laré la seva cita: { $when }. Lloc: { $office }. Ho confirmo?
cancel-done = La seva cita està anul·lada. Gràcies per avisar: així queda lliure per a una altra persona.
cancel-abandoned = D'acord, la seva cita es manté.

when = { $date }, a les { $time }
when-canary = { $date }, a les { $time } (hora canària)

person-unavailable = El servei de cites no respon ara mateix. No s'ha reservat ni canviat res. El poso en contacte amb una persona.
person-ask = Digui'm el DNI o NIE de qui té la cita i el telèfon que es va donar en demanar-la. Si no es va donar telèfon, digui-m'ho. Si troba el localitzador, també serveix.
person-ask-phone = Quin telèfon va donar quan va demanar la cita? Si no en va donar cap, digui-m'ho.
person-not-found = No trobo cap cita activa amb aquest document i aquest telèfon. Els pot revisar, si us plau? Si no es va donar telèfon, digui-m'ho.
person-too-many-finds = Per seguretat, ara no puc buscar més vegades una cita amb document i telèfon. Ho pot provar més tard, donar-me el localitzador o parlar amb una persona.
person-which = Té més d'una cita. Quina d'elles?
visit-ask = Sense telèfon la puc buscar d'una altra manera. Digui'm el document de qui té la cita, quin dia és i a quin municipi és l'oficina.
visit-ask-document = Quin és el document de qui té la cita?
visit-ask-day = Quin dia és la cita?
visit-ask-place = A quin municipi és l'oficina de la cita?
visit-not-found = No trobo cap cita activa amb aquestes dades. Una persona el pot ajudar: vol que el posi en contacte amb ella? Si ho prefereix, revisi el document, el dia i el municipi i digui-me'ls una altra vegada.
help-document = És el document de la persona que anirà a la cita. Només el faig servir per a la cita, i no es mostra sencer. La cita és gratuïta.
help-phone = És el telèfon de la persona que té la cita. Només el faig servir per a la cita.
help-email = És el correu on li escriurem si queda lliure una cita. Només el faig servir per a això.
help-locator = El localitzador són les vuit lletres i números que es donen en demanar la cita. Si no el té, digui-m'ho. Si encara no té cita, puc buscar-n'hi una.
help-visit = Amb el document, el dia i l'oficina puc trobar la cita encara que no donés telèfon.

reply-check = Comprovar la cita

unsure-book = Encara no sé si la cita ha quedat reservada: el servei de cites no m'ho ha confirmat. No la demani una altra vegada. Escrigui'm d'aquí a un moment i ho comprovo. Si ho prefereix, el poso en contacte amb una persona.
unsure-change = Encara no sé si la cita ha quedat canviada: el servei de cites no m'ho ha confirmat. No la canviï una altra vegada. Escrigui'm d'aquí a un moment i ho comprovo. Si ho prefereix, el poso en contacte amb una persona.
unsure-cancel = Encara no sé si la cita ha quedat anul·lada: el servei de cites no m'ho ha confirmat. Escrigui'm d'aquí a un moment i ho comprovo. Si ho prefereix, el poso en contacte amb una persona.
unsure-book-not-done = Ho he comprovat: la cita no ha quedat reservada.
unsure-change-not-done = Ho he comprovat: el canvi no s'ha fet. La seva cita continua com estava.
unsure-cancel-not-done = Ho he comprovat: de moment, la cita no s'ha anul·lat.
