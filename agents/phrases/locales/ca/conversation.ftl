# What the reception says in any conversation: greetings, questions back, buttons. Facts are in the articles, with citations.

greeting-privacy = Per ajudar-lo tracto les dades que em doni. No escrigui dades de salut, contrasenyes ni números de compte.
greeting-ask = Expliqui'm amb les seves paraules què necessita.
greeting-again = Hola. En què el puc ajudar?

reply-person = Parlar amb una persona
reply-yes = Sí
reply-no = No
reply-book = Demanar cita
reply-easier = Expliqui-m'ho més fàcil
reply-other-dates = Altres dates
reply-other-office = Una altra oficina
reply-cancel-booking = No vull la cita
reply-change-appointment = Canviar una cita
reply-cancel-appointment = Anul·lar una cita
reply-by-phone = Per telèfon
reply-by-person = En persona
reply-waiting-list = Llista d'espera

clarify = De què vol parlar: { $first } o { $second }?
confirm-need = És sobre { $need }?

not-understood = Perdoni, no ho he entès. M'ho pot dir d'una altra manera?
not-understood-again = Encara no l'entenc bé. Vol parlar amb una persona?

empty = No m'ha arribat cap text. Escrigui què necessita.
too-long = El missatge és molt llarg i només n'he llegit el començament. Si hi falta res important, escrigui-ho en missatges més curts.
insult = Entenc el seu malestar. Puc continuar ajudant-lo o posar-lo en contacte amb una persona. Hi vol parlar?
complaint = Em sap greu el que m'explica. Una persona pot recollir la seva queixa. Hi vol parlar?
thanks = De res. Necessita res més?
closing = Gràcies per contactar. Que tingui un bon dia.
anything-else = Necessita res més?

language-switched = D'acord, continuem en català.
language-not-served = En aquest idioma no el puc atendre: continuem en català.

neighbour-aranese = Vostè escriu en aranès i aquí encara no el parlo: li responc en català. Si ho prefereix, demani parlar amb una persona.
nothing-to-repeat = Encara no li he dit res que pugui repetir. Què necessita?
further-ask = També m'ha preguntat sobre { $need }. Vol que en parlem?
for-other = D'acord, és per a una altra persona. Què necessita saber?
about-what = Sobre quin tràmit em pregunta?
