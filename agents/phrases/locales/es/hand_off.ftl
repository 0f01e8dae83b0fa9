# Handing over to a person: what the citizen is told, and the words of the packet that the agent reads.

handoff-asked = Le pongo en contacto con una persona. Esa persona verá esta conversación y un resumen de su caso, para que usted no tenga que repetirlo.
handoff-not_understood = No consigo entenderle y no quiero hacerle perder el tiempo. Le pongo en contacto con una persona, que verá esta conversación y un resumen de su caso.
handoff-no_answer = Le pongo en contacto con una persona, que verá esta conversación y un resumen de su caso.
handoff-complaint = Le pongo en contacto con una persona, que recogerá su queja.
handoff-failure = Ha fallado algo por nuestra parte y no he podido terminar. Le pongo en contacto con una persona, que verá esta conversación y un resumen de su caso.
handoff-crisis = Siento mucho lo que está pasando. No tiene que llevarlo sin ayuda. Llame ahora al 024, que atiende conducta suicida a cualquier hora, o al 112 si hay peligro. Le pongo en contacto con una persona.
handoff-violence = Su seguridad es lo primero. El 016 atiende la violencia de género a cualquier hora y no deja rastro en la factura; si hay peligro, llame al 112. Le pongo en contacto con una persona.
handoff-emergency = Si hay peligro, llame ahora al 112. Le pongo en contacto con una persona.
handoff-lines = El 024 atiende la conducta suicida y el 016 la violencia de género, a cualquier hora.
handoff-reference = Su referencia es { $reference }.
handoff-already = Su caso ya espera a que lo atienda una persona. Su referencia es { $reference }.
handoff-here = Cuando recoja su caso, esa persona le escribirá aquí, en este chat. Mientras tanto puedo seguir ayudándole.
handoff-wait = { $minutes ->
    [one] La espera es ahora de un minuto, más o menos.
   *[other] La espera es ahora de unos { $minutes } minutos.
}
handoff-order = No puedo decirle la hora: se atiende por orden, y primero lo urgente.
handoff-hours = Ahora no hay nadie que pueda atenderle. Vuelven el { $when }.
handoff-call-back = Si lo prefiere, puedo dejar apuntado que le llamen. ¿Quiere que le llamen?
handoff-phone-booking = Si prefiere que le llamen, puedo darle una cita por teléfono.
handoff-when = Su caso espera a que lo recoja una persona.
handoff-hurry = Si tiene prisa, pregúnteme a qué teléfono llamar. Su referencia es { $reference }.

person-joined = Ahora le atiende una persona: { $name }. Mientras esté aquí, yo no escribo.
person-calls = Ahora le llama por teléfono una persona: { $name }. Si escribe aquí, también lo lee.
person-translated = Esa persona escribe en otro idioma: { $autonym }. Lo que se escriban lo verán también traducido por una máquina, que puede equivocarse.
person-not-translated = Esa persona escribe en otro idioma: { $autonym }. Aquí no hay traductor. Si no le entiende, pídale que le atienda alguien en su idioma.
person-returned = { $name } ha terminado de atenderle. Vuelvo a ser yo, el asistente. Dígame si necesita algo más.
person-closed = { $name } ha terminado de atenderle. Si necesita algo más, escríbame: le contestaré yo, el asistente.
person-left = { $name } ya no sigue: le atenderá otra persona, que le escribirá aquí. Su caso va de los primeros. Mientras tanto puedo ayudarle yo, el asistente.

care-crisis = Sigo aquí con usted. He avisado, como urgente, a las personas que atienden: le escribirán aquí en cuanto puedan. No espere: llame al 024 o al 112, que contestan a cualquier hora.
care-violence = Sigo aquí con usted. He avisado, como urgente, a las personas que atienden: le escribirán aquí en cuanto puedan. Si hay peligro ahora, llame al 112; en el 016 le escuchan a cualquier hora.
care-emergency = Si el peligro sigue, llame ahora al 112: no espere aquí. He avisado, como urgente, a las personas que atienden.
care-over = Me alegra saberlo. El aviso que he dado sigue en pie. Dígame en qué puedo ayudarle.

summary-reason = Motivo: { $reason }.
summary-need = Necesidad: { $need }.
summary-language = Idioma: { $autonym }.
summary-said = La persona ha dicho: «{ $text }».
summary-booking = Estaba pidiendo una cita: { $detail }.
summary-appointment = Cita de esta conversación: { $detail }.
summary-other = Pregunta en nombre de otra persona.
summary-conditions = Ha dicho de su situación: { $conditions }.
summary-unsure = No se sabe si ha quedado hecho en el servicio de citas. Hay que comprobarlo: { $detail }.

reason-asked = pide hablar con una persona
reason-not_understood = el asistente no la ha entendido
reason-no_answer = no hay respuesta comprobada
reason-crisis = señales de riesgo de suicidio
reason-violence = señales de violencia de género
reason-emergency = señales de emergencia
reason-failure = fallo técnico
reason-complaint = quiere poner una queja
reason-call_back = pide que la llamen
