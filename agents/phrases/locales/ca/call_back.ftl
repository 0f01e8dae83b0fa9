# Being called back: asked, read back, promised, moved, given up.

reply-no-call = No vull que em truquin
reply-move-call = Canviar l'hora de la trucada
reply-cancel-call = Anul·lar la trucada
call-window = el { $date }, entre les { $begins } i les { $ends }
call-ask-phone = A quin número de telèfon li truquem?
call-ask-window = Quan prefereix que li truquin?
call-read-back = Li trucaran al { $phone } { $when }. És correcte?
call-kept = Queda apuntat: li trucaran al { $phone } { $when }. El seu localitzador és { $reference }.
call-full = Aquesta franja s'acaba d'omplir.
call-no-window = Ara no queda lloc per trucar-li: no li prometo una trucada que no podem fer.
call-left = D'acord: no queda apuntada cap trucada.
call-stays = La trucada que té apuntada continua en peu.
call-none = No té cap trucada apuntada.
call-cancelled = La trucada queda anul·lada: no li trucaran.
call-when = Li trucaran { $when }. El seu localitzador és { $reference }.
call-again = Li hem trucat i no ha contestat. Li tornarem a trucar { $when }.
call-over = Li hem trucat diverses vegades i no ha contestat. Ja no li trucarem per això. Si ens necessita, demani una altra trucada o parli amb una persona.
