# Being called back: asked, read back, promised, moved, given up.

reply-no-call = No quiero que me llamen
reply-move-call = Cambiar la hora de la llamada
reply-cancel-call = Anular la llamada
call-window = el { $date }, entre las { $begins } y las { $ends }
call-ask-phone = ¿A qué número de teléfono le llamamos?
call-ask-window = ¿Cuándo prefiere que le llamen?
call-read-back = Le llamarán al { $phone } { $when }. ¿Es correcto?
call-kept = Queda apuntado: le llamarán al { $phone } { $when }. Su localizador es { $reference }.
call-full = Esa franja se acaba de llenar.
call-no-window = Ahora no queda sitio para llamarle: no le prometo una llamada que no podemos hacer.
call-left = De acuerdo: no queda apuntada ninguna llamada.
call-stays = La llamada que tiene apuntada sigue en pie.
call-none = No tiene ninguna llamada apuntada.
call-cancelled = La llamada queda anulada: no le llamarán.
call-when = Le llamarán { $when }. Su localizador es { $reference }.
call-again = Le hemos llamado y no ha contestado. Le llamaremos otra vez { $when }.
call-over = Le hemos llamado varias veces y no ha contestado. Ya no le llamaremos por esto. Si nos necesita, pida otra llamada o hable con una persona.
