# Correos de la lista de espera. Se envían solos; los números y las fechas vienen de los datos.

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
