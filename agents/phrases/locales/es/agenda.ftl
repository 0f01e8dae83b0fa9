# Citas en la agenda de otro servicio: videollamada, y lo que todavía no se sabe.

reply-check = Comprobar la cita

book-offers-video = Estas son las primeras citas por videollamada. Oficina: { $office }.
book-read-back-video = Le leo la cita: { $when }. Será por videollamada con esta oficina: { $office }. Trámite: { $need }. Documento: { $document }. ¿La confirmo?
book-done-video = Cita confirmada: { $when }. Será por videollamada con esta oficina: { $office }. Su localizador es { $locator }. Guárdelo para cambiarla o anularla.
book-room = A la hora de la cita, entre en la videollamada por este enlace: { $link }
book-prepare = Tenga a mano: { $documents }.

unsure-book = No sé todavía si la cita ha quedado reservada: el servicio de citas no me lo ha confirmado. No la pida otra vez. Escríbame dentro de un momento y lo compruebo. Si lo prefiere, le paso con una persona.
unsure-change = No sé todavía si la cita ha quedado cambiada: el servicio de citas no me lo ha confirmado. No la cambie otra vez. Escríbame dentro de un momento y lo compruebo. Si lo prefiere, le paso con una persona.
unsure-cancel = No sé todavía si la cita ha quedado anulada: el servicio de citas no me lo ha confirmado. Escríbame dentro de un momento y lo compruebo. Si lo prefiere, le paso con una persona.
unsure-book-not-done = Lo he comprobado: la cita no ha quedado reservada.
unsure-change-not-done = Lo he comprobado: el cambio no se ha hecho. Su cita sigue como estaba.
unsure-cancel-not-done = Lo he comprobado: por ahora, la cita no se ha anulado.
change-cannot-move = No puedo cambiar esa cita a otra forma de atención. Su cita sigue como estaba. Si quiere, anúlela y pida otra.
summary-unsure = No se sabe si ha quedado hecho en el servicio de citas. Hay que comprobarlo: { $detail }.

page-video = Por videollamada
page-room = Enlace de la videollamada
