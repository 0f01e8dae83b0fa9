# Cites a l'agenda d'un altre servei: videotrucada, i el que encara no se sap.

reply-check = Comprovar la cita

book-offers-video = Aquestes són les primeres cites per videotrucada. Oficina: { $office }.
book-read-back-video = Li llegeixo la cita: { $when }. Serà per videotrucada amb aquesta oficina: { $office }. Tràmit: { $need }. Document: { $document }. La confirmo?
book-done-video = Cita confirmada: { $when }. Serà per videotrucada amb aquesta oficina: { $office }. El seu localitzador és { $locator }. Guardi'l per canviar-la o anul·lar-la.
book-room = A l'hora de la cita, entri a la videotrucada per aquest enllaç: { $link }
book-prepare = Tingui a mà: { $documents }.

unsure-book = Encara no sé si la cita ha quedat reservada: el servei de cites no m'ho ha confirmat. No la demani una altra vegada. Escrigui'm d'aquí a un moment i ho comprovo. Si ho prefereix, el passo amb una persona.
unsure-change = Encara no sé si la cita ha quedat canviada: el servei de cites no m'ho ha confirmat. No la canviï una altra vegada. Escrigui'm d'aquí a un moment i ho comprovo. Si ho prefereix, el passo amb una persona.
unsure-cancel = Encara no sé si la cita ha quedat anul·lada: el servei de cites no m'ho ha confirmat. Escrigui'm d'aquí a un moment i ho comprovo. Si ho prefereix, el passo amb una persona.
unsure-book-not-done = Ho he comprovat: la cita no ha quedat reservada.
unsure-change-not-done = Ho he comprovat: el canvi no s'ha fet. La seva cita continua com estava.
unsure-cancel-not-done = Ho he comprovat: de moment, la cita no s'ha anul·lat.
change-cannot-move = No puc canviar aquesta cita a una altra forma d'atenció. La seva cita continua com estava. Si vol, anul·li-la i demani'n una altra.
summary-unsure = No se sap si ha quedat fet al servei de cites. Cal comprovar-ho: { $detail }.

page-video = Per videotrucada
page-room = Enllaç de la videotrucada
