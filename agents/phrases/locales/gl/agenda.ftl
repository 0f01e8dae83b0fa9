# Citas na axenda doutro servizo: videochamada, e o que aínda non se sabe.

reply-check = Comprobar a cita

book-offers-video = Estas son as primeiras citas por videochamada. Oficina: { $office }.
book-read-back-video = Léolle a cita: { $when }. Será por videochamada con esta oficina: { $office }. Trámite: { $need }. Documento: { $document }. Confírmoa?
book-done-video = Cita confirmada: { $when }. Será por videochamada con esta oficina: { $office }. O seu localizador é { $locator }. Gárdeo para cambiala ou anulala.
book-room = Á hora da cita, entre na videochamada por esta ligazón: { $link }
book-prepare = Teña a man: { $documents }.

unsure-book = Aínda non sei se a cita quedou reservada: o servizo de citas non mo confirmou. Non a pida outra vez. Escríbame dentro dun momento e compróboo. Se o prefire, pásoo cunha persoa.
unsure-change = Aínda non sei se a cita quedou cambiada: o servizo de citas non mo confirmou. Non a cambie outra vez. Escríbame dentro dun momento e compróboo. Se o prefire, pásoo cunha persoa.
unsure-cancel = Aínda non sei se a cita quedou anulada: o servizo de citas non mo confirmou. Escríbame dentro dun momento e compróboo. Se o prefire, pásoo cunha persoa.
unsure-book-not-done = Comprobeino: a cita non quedou reservada.
unsure-change-not-done = Comprobeino: o cambio non se fixo. A súa cita segue como estaba.
unsure-cancel-not-done = Comprobeino: polo de agora, a cita non se anulou.
change-cannot-move = Non podo cambiar esa cita a outra forma de atención. A súa cita segue como estaba. Se quere, anúlea e pida outra.
summary-unsure = Non se sabe se quedou feito no servizo de citas. Hai que comprobalo: { $detail }.

page-video = Por videochamada
page-room = Ligazón da videochamada
