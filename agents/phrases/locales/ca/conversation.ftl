# What the reception says in any conversation: greetings, questions back, buttons. Facts are in the articles, with citations.

greeting-privacy = Per ajudar-lo tracto les dades que em doni. No escrigui dades de salut, contrasenyes ni números de compte.
greeting-ask = Expliqui'm amb les seves paraules què necessita.
greeting-again = Hola. En què el puc ajudar?

reply-person = Parlar amb una persona
reply-yes = Sí
reply-no = No
reply-book = Demanar cita
reply-easier = Expliqui-m'ho més fàcil
reply-go-on = Continuï explicant
reply-other-dates = Altres dates
reply-other-office = Una altra oficina
reply-cancel-booking = No vull la cita
reply-no-locator = No tinc el localitzador
reply-change-appointment = Canviar una cita
reply-cancel-appointment = Anul·lar una cita
reply-by-phone = Per telèfon
reply-by-person = En persona
reply-call-back = Que em truquin
reply-phone-booking = Demanar cita per telèfon
reply-waiting-list = Llista d'espera

clarify = De què vol parlar: { $first } o { $second }?
confirm-need = És sobre { $need }?

not-understood = Perdoni, no ho he entès. M'ho pot dir d'una altra manera?
not-understood-again = Encara no l'entenc bé. Vol parlar amb una persona?

empty = No m'ha arribat cap text. Escrigui què necessita.
too-long = El missatge és molt llarg i només n'he llegit el començament. Si hi falta res important, escrigui-ho en missatges més curts.
insult = Em sap greu no ser-li d'ajuda. Ho puc tornar a provar, o l'atén una persona. Hi vol parlar?
complaint = Em sap greu que hagi hagut de passar per això. Una persona pot recollir la seva queixa. Hi vol parlar?
thanks = De res. Necessita res més?
closing = Gràcies per contactar. Que tingui un bon dia.
anything-else = Necessita res més?

language-switched = D'acord, continuem en català.
language-not-served = En aquest idioma no el puc atendre: continuem en català.

neighbour-aranese = Vostè escriu en aranès i aquí encara no el parlo: li responc en català. Si ho prefereix, demani parlar amb una persona.
nothing-to-repeat = Encara no li he dit res que pugui repetir. Què necessita?
for-other = D'acord, és per a una altra persona. Què necessita saber?
about-what = Sobre quin tràmit em pregunta?

ack = D'acord. Si li sorgeix cap altre dubte, escrigui'm.

heard-unsafe = Està bé? Si passa res o prefereix parlar amb una persona, digui-m'ho i l'aviso ara mateix.
heard-grief = L'acompanyo en el sentiment.
heard-hardship = Em sap greu que estigui passant per això.
heard-worry = És natural que es preocupi.
heard-joy = Me n'alegro molt!
heard-despair = Em sap molt greu que estigui així. Si sent que no pot continuar, al 024 l'escolten a qualsevol hora; també puc avisar una persona.
heard-informal = Aquí tractem de vostè tothom, per respecte: això no ho puc canviar.
heard-complaint = Lamento les molèsties.
heard-no_person = D'acord, continuem aquí: l'avís ja està donat, però no l'obliga a res.
heard-safe = M'alegra saber-ho. L'avís que he donat es manté.
heard-unanswered = Disculpi: ho torno a provar.
offer-unsafe = Expliqui'm què passa: soc aquí.
offer-grief = Quan vulgui, mirem pas a pas què cal fer ara.
offer-hardship = Expliqui'm una mica la seva situació i li dic quins ajuts pot demanar.
offer-worry = Digui'm quina és la seva preocupació principal i ho mirem a poc a poc.
offer-despair = Digui'm què és el més urgent i ho mirem pas a pas.
offer-informal = Vostè em pot escriure de tu. Què necessita?
offer-joy = Si necessita res més, soc aquí.
offer-no_person = Què necessita saber?
reply-safe = No hi ha perill, vull preguntar una altra cosa
