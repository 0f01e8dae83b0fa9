# What the reception says in any conversation: greetings, questions back, buttons. Facts are in the articles, with citations.

greeting-privacy = Para ayudarle trato los datos que me dé. No escriba datos de salud, contraseñas ni números de cuenta.
greeting-ask = Cuénteme con sus palabras qué necesita.
greeting-again = Hola. ¿En qué puedo ayudarle?

reply-person = Hablar con una persona
reply-yes = Sí
reply-no = No
reply-book = Pedir cita
reply-easier = Explíquemelo más fácil
reply-go-on = Siga explicando
reply-other-dates = Otras fechas
reply-other-office = Otra oficina
reply-cancel-booking = No quiero la cita
reply-no-locator = No tengo el localizador
reply-change-appointment = Cambiar una cita
reply-cancel-appointment = Anular una cita
reply-by-phone = Por teléfono
reply-by-person = En persona
reply-call-back = Que me llamen
reply-phone-booking = Pedir cita por teléfono
reply-waiting-list = Lista de espera

clarify = ¿De qué quiere hablar: { $first } o { $second }?
confirm-need = ¿Es sobre { $need }?

not-understood = Perdone, no lo he entendido. ¿Puede decírmelo de otra forma?
not-understood-again = Sigo sin entenderle bien. ¿Quiere hablar con una persona?

empty = No me ha llegado ningún texto. Escriba qué necesita.
too-long = El mensaje es muy largo y solo he leído el principio. Si falta algo importante, escríbalo en mensajes más cortos.
insult = Siento no estar siendo de ayuda. Puedo intentarlo otra vez, o le atiende una persona. ¿Quiere hablar con ella?
complaint = Siento que haya tenido que pasar por esto. Una persona puede recoger su queja. ¿Quiere hablar con ella?
thanks = No hay de qué. ¿Necesita algo más?
closing = Gracias por contactar. Que tenga un buen día.
anything-else = ¿Necesita algo más?

language-switched = De acuerdo, seguimos en castellano.
language-not-served = En ese idioma no puedo atenderle: seguimos en castellano.

neighbour-aranese = Usted escribe en aranés y aquí todavía no lo hablo: le contesto en catalán. Si lo prefiere, pida hablar con una persona.
nothing-to-repeat = Todavía no le he dicho nada que repetir. ¿Qué necesita?
for-other = De acuerdo, es para otra persona. ¿Qué necesita saber?
about-what = ¿Sobre qué trámite me pregunta?

ack = De acuerdo. Si le surge otra duda, escríbame.

heard-unsafe = ¿Está usted bien? Si algo va mal o prefiere hablar con una persona, dígamelo y la aviso ahora mismo.
heard-grief = Siento mucho su pérdida.
heard-hardship = Siento que esté pasando por esto.
heard-worry = Es natural que esto le preocupe.
heard-joy = ¡Cuánto me alegro!
heard-despair = Siento mucho que esté así. Si siente que no puede seguir, en el 024 le escuchan a cualquier hora; también puedo avisar a una persona.
heard-informal = Aquí tratamos de usted a todo el mundo, por respeto: eso no lo puedo cambiar.
heard-complaint = Siento las molestias.
heard-no_person = De acuerdo, seguimos aquí: el aviso ya está dado, pero no le obliga a nada.
heard-safe = Me alegra saberlo. El aviso que he dado sigue en pie.
heard-unanswered = Disculpe: lo intento otra vez.
offer-unsafe = Cuénteme qué ocurre: estoy aquí.
offer-grief = Cuando quiera, vemos paso a paso qué hay que hacer ahora.
offer-hardship = Cuénteme un poco su situación y le digo qué ayudas puede pedir.
offer-worry = Dígame qué es lo que más le preocupa y lo miramos por partes.
offer-despair = Dígame qué es lo más urgente y lo vemos paso a paso.
offer-informal = Usted puede escribirme de tú. ¿Qué necesita?
offer-joy = Si necesita algo más, aquí estoy.
offer-no_person = ¿Qué necesita saber?
reply-safe = No hay peligro, quiero preguntar otra cosa
