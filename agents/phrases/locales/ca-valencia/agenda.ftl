# Només el que es diu d'una altra manera.

book-offers-video = Estes són les primeres cites per videoconferència. Oficina: { $office }.
book-read-back-video = Li llig la cita: { $when }. Serà per videoconferència amb esta oficina: { $office }. Tràmit: { $need }. Document: { $document }. La confirme?
book-done-video = Cita confirmada: { $when }. Serà per videoconferència amb esta oficina: { $office }. El seu localitzador és { $locator }. Guarde'l per a canviar-la o anul·lar-la.
book-room = A l'hora de la cita, entre en la videoconferència per este enllaç: { $link }
book-prepare = Tinga a mà: { $documents }.

unsure-book = Encara no sé si la cita ha quedat reservada: el servici de cites no m'ho ha confirmat. No la demane una altra vegada. Escriga'm d'ací a un moment i ho comprove. Si ho preferix, el passe amb una persona.
unsure-change = Encara no sé si la cita ha quedat canviada: el servici de cites no m'ho ha confirmat. No la canvie una altra vegada. Escriga'm d'ací a un moment i ho comprove. Si ho preferix, el passe amb una persona.
unsure-cancel = Encara no sé si la cita ha quedat anul·lada: el servici de cites no m'ho ha confirmat. Escriga'm d'ací a un moment i ho comprove. Si ho preferix, el passe amb una persona.
unsure-change-not-done = Ho he comprovat: el canvi no s'ha fet. La seua cita continua com estava.
change-cannot-move = No puc canviar esta cita a una altra forma d'atenció. La seua cita continua com estava. Si vol, anul·le-la i demane'n una altra.
summary-unsure = No se sap si ha quedat fet en el servici de cites. Cal comprovar-ho: { $detail }.

