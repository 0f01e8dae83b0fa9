# Being called back: asked, read back, promised, moved, given up.

reply-no-call = Non quero que me chamen
reply-move-call = Cambiar a hora da chamada
reply-cancel-call = Anular a chamada
call-window = o { $date }, entre as { $begins } e as { $ends }
call-ask-phone = A que número de teléfono o chamamos?
call-ask-window = Cando prefire que o chamen?
call-read-back = Chamarano ao { $phone } { $when }. É correcto?
call-kept = Queda apuntado: chamarano ao { $phone } { $when }. O seu localizador é { $reference }.
call-full = Esa franxa acaba de encherse.
call-no-window = Agora non queda sitio para chamalo: non lle prometo unha chamada que non podemos facer.
call-left = De acordo: non queda apuntada ningunha chamada.
call-stays = A chamada que ten apuntada segue en pé.
call-none = Non ten ningunha chamada apuntada.
call-cancelled = A chamada queda anulada: non o chamarán.
call-when = Chamarano { $when }. O seu localizador é { $reference }.
call-again = Chamámolo e non contestou. Chamarémolo outra vez { $when }.
call-over = Chamámolo varias veces e non contestou. Xa non o chamaremos por isto. Se nos necesita, pida outra chamada ou fale cunha persoa.
