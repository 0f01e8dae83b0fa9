# Correos de la lista de espera y de las citas. Se envían solos; los números y las fechas vienen de los datos.

notice-greeting = Buenos días:
notice-code = Código en la lista: { $code }
notice-office = Oficina: { $office }
notice-closing = Este mensaje es automático; no lo responda. La lista de espera y la cita son gratuitas: nadie puede cobrarle por ellas.
notice-how-in-person = Cita en la oficina
notice-how-phone = Cita por teléfono
notice-how-video = Cita por videollamada
notice-waiting-joined-subject = Está en la lista de espera
notice-waiting-joined = Se ha apuntado a la lista de espera. Su puesto es el { $position }. Cuando haya una hora para usted, se la guardaremos y le avisaremos por correo. Puede consultar su puesto o darse de baja con este código y su documento.
notice-waiting-offer-subject = Le guardamos una cita: { $when }
notice-waiting-offer = Hay una hora libre y es su turno: { $when }. Se la guardamos hasta este momento: { $until }. Para aceptarla, use este código y su documento donde se apuntó a la lista. Si no la acepta, pasará a la persona siguiente.
notice-waiting-missed-subject = La cita que le guardábamos ha pasado a otra persona
notice-waiting-missed = No aceptó a tiempo la hora que le guardábamos y ha pasado a la persona siguiente. Usted sigue en la lista, ahora al final, con el mismo código.
notice-waiting-closed-subject = Ya no está en la lista de espera
notice-waiting-closed = No aceptó a tiempo las horas que le guardamos, así que ya no está en la lista de espera. Puede apuntarse de nuevo cuando quiera.
notice-locator = Localizador de la cita: { $code }
notice-reason = Motivo: { $reason }
notice-appointment-closing = Este mensaje es automático; no lo responda. La cita es gratuita: nadie puede cobrarle por ella.
notice-appointment-booked-subject = Su cita está confirmada: { $when }
notice-appointment-booked = No pudimos decirle en su momento si la cita había quedado hecha. Ya lo sabemos: está confirmada para este momento: { $when }. Con el localizador y su documento puede consultarla, cambiarla o anularla.
notice-appointment-moved-subject = Su cita ha cambiado: { $when }
notice-appointment-moved = Su cita ha cambiado. Antes: { $before }. Ahora: { $when }. El localizador es el mismo. Si no puede acudir, cámbiela o anúlela con el localizador y su documento.
notice-appointment-closed-subject = La oficina cierra el día de su cita, que pasa a: { $when }
notice-appointment-closed = La oficina cierra el día de su cita, y la hemos cambiado a la hora libre más próxima. Antes: { $before }. Ahora: { $when }. El localizador es el mismo. Si no le conviene, cámbiela o anúlela con el localizador y su documento.
notice-appointment-cancelled-subject = Su cita está anulada: { $when }
notice-appointment-cancelled = La cita que tenía a esta hora está anulada: { $when }. No tiene que hacer nada más. Puede pedir otra cita cuando quiera.
