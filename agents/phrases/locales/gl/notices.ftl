# Correos da lista de agarda e das citas. Envíanse sós; os números e as datas veñen dos datos.

notice-greeting = Bos días:
notice-code = Código na lista: { $code }
notice-office = Oficina: { $office }
notice-closing = Esta mensaxe é automática; non a responda. A lista de agarda e a cita son de balde: ninguén lle pode cobrar por elas.
notice-how-in-person = Cita na oficina
notice-how-phone = Cita por teléfono
notice-how-video = Cita por videochamada
notice-waiting-joined-subject = Está na lista de agarda
notice-waiting-joined = Anotouse na lista de agarda. O seu posto é o { $position }. Cando haxa unha hora para vostede, gardarémoslla e avisarémolo por correo. Pode consultar o seu posto ou darse de baixa con este código e o seu documento.
notice-waiting-offer-subject = Gardámoslle unha cita: { $when }
notice-waiting-offer = Hai unha hora libre e é a súa quenda: { $when }. Gardámoslla ata este momento: { $until }. Para aceptala, use este código e o seu documento onde se anotou na lista. Se non a acepta, pasará á persoa seguinte.
notice-waiting-missed-subject = A cita que lle gardabamos pasou a outra persoa
notice-waiting-missed = Non aceptou a tempo a hora que lle gardabamos e pasou á persoa seguinte. Vostede segue na lista, agora ao final, co mesmo código.
notice-waiting-closed-subject = Xa non está na lista de agarda
notice-waiting-closed = Non aceptou a tempo as horas que lle gardamos, así que xa non está na lista de agarda. Pode anotarse de novo cando queira.
notice-locator = Localizador da cita: { $code }
notice-reason = Motivo: { $reason }
notice-appointment-closing = Esta mensaxe é automática; non a responda. A cita é de balde: ninguén lle pode cobrar por ela.
notice-appointment-booked-subject = A súa cita está confirmada: { $when }
notice-appointment-booked = Non lle puidemos dicir no seu momento se a cita quedara feita. Xa o sabemos: está confirmada para este momento: { $when }. Co localizador e o seu documento pode consultala, cambiala ou anulala.
notice-appointment-moved-subject = A súa cita cambiou: { $when }
notice-appointment-moved = A súa cita cambiou. Antes: { $before }. Agora: { $when }. O localizador é o mesmo. Se non pode acudir, cámbiea ou anúlea co localizador e o seu documento.
notice-appointment-closed-subject = A oficina pecha o día da súa cita, que pasa a: { $when }
notice-appointment-closed = A oficina pecha o día da súa cita, e cambiámola á hora libre máis próxima. Antes: { $before }. Agora: { $when }. O localizador é o mesmo. Se non lle convén, cámbiea ou anúlea co localizador e o seu documento.
notice-appointment-cancelled-subject = A súa cita está anulada: { $when }
notice-appointment-cancelled = A cita que tiña a esta hora está anulada: { $when }. Non ten que facer nada máis. Pode pedir outra cita cando queira.
