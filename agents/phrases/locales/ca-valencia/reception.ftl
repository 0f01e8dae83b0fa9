# El que es diu d'una altra manera en valencià (AVL). Tot el que no és ací es diu com en ../ca.
# Els noms dels tràmits i dels documents es diferencien en knowledge, amb la clau ca-valencia.

greeting-privacy = Per a ajudar-lo tracte les dades que em done. No escriga dades de salut, contrasenyes ni números de compte.
greeting-ask = Explique'm amb les seues paraules què necessita.

reply-easier = Explique-m'ho més fàcil

answer-not-decision = Jo no puc dir si vosté hi té dret: ho decidix l'entitat quan estudia la seua sol·licitud. Esta és la informació general.
answer-none = No tinc una font comprovada per a respondre això i no vull donar-li una dada equivocada. El puc passar amb una persona.
answer-partial = Una part d'esta informació ha caducat i no la mostre. Si la necessita, el passe amb una persona.
answer-own-case = No puc vore el seu expedient des d'ací. Això és el que pot fer per a consultar-lo.
answer-own-amount = No puc vore ni calcular el seu cas des d'ací. Esta és la informació general.

not-understood = Perdone, no ho he entés. M'ho pot dir d'una altra manera?
not-understood-again = Encara no l'entenc bé. Vol que el passe amb una persona?
empty = No m'ha arribat cap text. Escriga què necessita.
too-long = El missatge és molt llarg i només n'he llegit el començament. Si hi falta res important, escriga-ho en missatges més curts.
insult = Entenc que estiga molest. Puc continuar ajudant-lo o passar-lo amb una persona. Vol que el passe?
complaint = Em sap greu el que m'explica. Una persona pot recollir la seua queixa. Vol que el passe amb una persona?
closing = Gràcies per contactar. Que tinga un bon dia.
language-switched = D'acord, continuem en valencià.
neighbour-aranese = Vosté escriu en aranés i ací encara no el parle: li responc en valencià. Si ho preferix, demane parlar amb una persona.
back-to-booking = Continuem amb la seua cita.

handoff-asked = El passe amb una persona. Li deixe un resum del seu cas perquè vosté no l'haja de repetir.
handoff-not_understood = No aconseguisc entendre'l i no vull fer-li perdre el temps. El passe amb una persona, amb un resum del seu cas.
handoff-no_answer = El passe amb una persona, amb un resum del seu cas.
handoff-complaint = El passe amb una persona que recollirà la seua queixa.
handoff-failure = Hi ha hagut un error per part nostra i no he pogut acabar. El passe amb una persona, amb un resum del seu cas.
handoff-crisis = Em sap molt greu que estiga passant per això. No està a soles. Telefone ara al 024, que atén la conducta suïcida a qualsevol hora, o al 112 si hi ha perill. El passe amb una persona.
handoff-violence = La seua seguretat és la prioritat. El 016 atén la violència de gènere a qualsevol hora i no deixa rastre en la factura; si hi ha perill, telefone al 112. El passe amb una persona.
handoff-emergency = Si hi ha perill, telefone ara al 112. El passe amb una persona.
handoff-reference = La seua referència és { $reference }.
handoff-already = Ja hi ha una persona avisada. La seua referència és { $reference }. Mentrestant puc continuar ajudant-lo.

book-ask-place = En quin municipi o codi postal vol la cita?
book-place-unknown = No trobe este codi postal. Són cinc xifres. Me'l repetix, o em diu el municipi?
book-no-office = En esta província no hi ha cap oficina per a este tràmit. Vol una altra província?
book-walk-in = Per a este tràmit no cal cita: pot anar a l'oficina sense demanar-la.
book-not-needed = Este tràmit es fa per internet i no té cita. Li explique com.
book-offers = Estes són les primeres cites. Lloc: { $office }.
book-offers-phone = Estes són les primeres cites per telèfon. Oficina: { $office }.
book-choose = Quina preferix? També em pot dir un altre dia.
book-no-slots = No hi ha cites lliures per a estes dates. Oficina: { $office }. Diga'm una altra data, si vol.
book-no-slots-range = No hi ha cites lliures per a estes dates. Oficina: { $office }. Estes són les més pròximes:
book-no-slots-morning = En esta oficina no queden cites de matí ({ $office }). Estes són les més pròximes:
book-no-slots-afternoon = En esta oficina no queden cites de vesprada ({ $office }). Estes són les més pròximes:
book-date-past = Esta data ja ha passat. Quin altre dia li va bé?
book-date-closed = Eixe dia l'oficina està tancada. Estes són les cites més pròximes:
book-slot-taken = Esta cita s'acaba d'ocupar. Estes continuen lliures:
book-hold-expired = Ha passat el temps de reserva i esta cita ja no està guardada. Estes són les que hi ha lliures ara:
book-ask-document = Li guarde la cita: { $when }. Per a reservar-la necessite el seu DNI o NIE, amb la lletra.
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
book-what-change = D'acord, no la confirme. Diga'm què vol canviar: el dia, l'hora o el lloc.
book-done = Cita confirmada: { $when }. Lloc: { $office }. El seu localitzador és { $locator }. Guarde'l per a canviar-la o anul·lar-la.
book-done-phone = Cita confirmada: { $when }. Li telefonarà esta oficina: { $office }. El seu localitzador és { $locator }. Guarde'l per a canviar-la o anul·lar-la.
book-bring = Porte: { $documents }.
book-free = La cita és gratuïta. Desconfie de qui la venga.
book-already = Ja hi ha una cita activa amb este document per a este assumpte. La pot canviar o anul·lar amb el localitzador.
book-abandoned = D'acord, no reserve res.

locator-ask = Diga'm el localitzador de la cita i el seu DNI o NIE.
locator-ask-locator = Diga'm el localitzador de la cita: són huit lletres i números.
locator-ask-document = Ara diga'm el seu DNI o NIE, amb la lletra.
locator-not-found = No trobe cap cita activa amb este localitzador i este document. Els revisa, per favor?
locator-lost = Sense el localitzador no puc vore la cita des d'ací. Una persona el pot ajudar. Vol que el passe?
change-current = La seua cita és: { $when }. Lloc: { $office }. Per a quin dia la vol canviar?
change-read-back = Canvie la seua cita. Ara: { $before }. Nova: { $when }. Lloc: { $office }. Ho confirme?
change-abandoned = D'acord, la seua cita queda com estava.
appointment-made = La seua cita ja ha quedat confirmada. Si necessita res més, diga-m'ho.
cancel-read-back = Anul·laré la seua cita: { $when }. Lloc: { $office }. Ho confirme?
cancel-done = La seua cita està anul·lada. Gràcies per avisar: així queda lliure per a una altra persona.
cancel-abandoned = D'acord, la seua cita es manté.

person-unavailable = El servici de cites no respon ara mateix. No s'ha reservat ni canviat res. El passe amb una persona.
official-page = Encara no tinc el detall comprovat d'este assumpte. Està en la seua pàgina oficial: { $link }
offer-person = Vol que el passe amb una persona?
not-decision = Jo no puc dir si vosté hi té dret: ho decidix l'entitat quan estudia la seua sol·licitud.

answer-more-book = Vol saber res més o que li busque una cita?
nothing-to-repeat = Encara no li he dit res que puga repetir. Què necessita?
offer-book = Vol que li busque una cita?
not-own-case = No puc vore el seu expedient ni calcular el seu cas des d'ací.
answer-for-other = Per a esta persona, la informació general és esta.
book-none = Este tràmit no té cita.
book-channel-none = Per a este tràmit no hi ha cita per este mitjà.
book-ask-document-other = Li guarde la cita: { $when }. Per a reservar-la necessite el DNI o NIE de la persona que tindrà la cita, amb la lletra.
locator-ask-document-other = Ara diga'm el DNI o NIE de la persona que té la cita, amb la lletra.
summary-language = Idioma: { $autonym } (valencià).
summary-appointment = Cita d'esta conversa: { $detail }.
reason-not_understood = l'assistent no l'ha entés
answer-as-of = Li responc com si hui fora { $date }.
answer-as-of-none = No tinc dades comprovades per a esta data: { $date }. Li puc dir el que val hui o passar-li una persona.
answer-missing = Sobre això en concret no tinc informació comprovada. Açò és el que sí que li puc dir.
answer-unsure = No estic segur que siga això el que pregunta. Açò és el que sé sobre { $need }.
document-found = No està en els meus articles. Ho diu este document: «{ $title }».
document-language = Està en una altra llengua ({ $autonym }): l'hi copie tal com és.
condition-ask-territory = En quina província viu? En algunes ho porta una altra administració.
condition-ask-work = En quin d'estos casos es troba?
summary-conditions = Ha dit de la seua situació: { $conditions }.
answer-conditions = Pel que m'ha dit ({ $conditions }), açò és el que li interessa saber.
answer-conditions-none = Per a este cas ({ $conditions }) no tinc regles diferents: esta és la informació general.
book-papers = Perquè la visita no siga en va, eixe dia porte: { $documents }. Si encara li falta alguna cosa, li puc buscar un dia més avant.
person-ask = Diga'm el DNI o NIE de qui té la cita i el telèfon que es va donar en demanar-la. Si troba el localitzador, també servix.
