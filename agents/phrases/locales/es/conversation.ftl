# What the reception says in any conversation: greetings, questions back, buttons. Facts are in the articles, with citations.

greeting-privacy = Para ayudarle trato los datos que me dé. No escriba datos de salud, contraseñas ni números de cuenta.
greeting-ask = Cuénteme con sus palabras qué necesita.
greeting-again = Hola. ¿En qué puedo ayudarle?

reply-person = Hablar con una persona
reply-yes = Sí
reply-no = No
reply-book = Pedir cita
reply-easier = Explíquemelo más fácil
reply-other-dates = Otras fechas
reply-other-office = Otra oficina
reply-cancel-booking = No quiero la cita
reply-change-appointment = Cambiar una cita
reply-cancel-appointment = Anular una cita
reply-by-phone = Por teléfono
reply-by-person = En persona
reply-waiting-list = Lista de espera

clarify = ¿De qué quiere hablar: { $first } o { $second }?
confirm-need = ¿Es sobre { $need }?

not-understood = Perdone, no lo he entendido. ¿Puede decírmelo de otra forma?
not-understood-again = Sigo sin entenderle bien. ¿Quiere hablar con una persona?

empty = No me ha llegado ningún texto. Escriba qué necesita.
too-long = El mensaje es muy largo y solo he leído el principio. Si falta algo importante, escríbalo en mensajes más cortos.
insult = Entiendo su malestar. Puedo seguir ayudándole o ponerle en contacto con una persona. ¿Quiere hablar con ella?
complaint = Siento lo que me cuenta. Una persona puede recoger su queja. ¿Quiere hablar con ella?
thanks = No hay de qué. ¿Necesita algo más?
closing = Gracias por contactar. Que tenga un buen día.
anything-else = ¿Necesita algo más?

language-switched = De acuerdo, seguimos en castellano.
language-not-served = En ese idioma no puedo atenderle: seguimos en castellano.

neighbour-aranese = Usted escribe en aranés y aquí todavía no lo hablo: le contesto en catalán. Si lo prefiere, pida hablar con una persona.
nothing-to-repeat = Todavía no le he dicho nada que repetir. ¿Qué necesita?
further-ask = También me ha preguntado por { $need }. ¿Vamos con eso?
for-other = De acuerdo, es para otra persona. ¿Qué necesita saber?
about-what = ¿Sobre qué trámite me pregunta?
