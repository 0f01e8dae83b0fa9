# What the reception says in any conversation: greetings, questions back, buttons. Facts are in the articles, with citations.

greeting-privacy = Para axudarlle trato os datos que me dea. Non escriba datos de saúde, contrasinais nin números de conta.
greeting-ask = Cónteme coas súas palabras que necesita.
greeting-again = Ola. En que o podo axudar?

reply-person = Falar cunha persoa
reply-yes = Si
reply-no = Non
reply-book = Pedir cita
reply-easier = Explíquemo dun xeito máis sinxelo
reply-go-on = Siga explicando
reply-other-dates = Outras datas
reply-other-office = Outra oficina
reply-cancel-booking = Non quero a cita
reply-no-locator = Non teño o localizador
reply-change-appointment = Cambiar unha cita
reply-cancel-appointment = Anular unha cita
reply-by-phone = Por teléfono
reply-by-person = En persoa
reply-call-back = Que me chamen
reply-phone-booking = Pedir cita por teléfono
reply-waiting-list = Lista de agarda

clarify = De que quere falar: { $first } ou { $second }?
confirm-need = É sobre { $need }?

not-understood = Desculpe, non o entendín. Pode dicirmo doutro xeito?
not-understood-again = Sigo sen entendelo ben. Quere falar cunha persoa?

empty = Non me chegou ningún texto. Escriba que necesita.
too-long = A mensaxe é moi longa e só lin o comezo. Se falta algo importante, escríbao en mensaxes máis curtas.
insult = Sinto non estar sendo de axuda. Podo intentalo outra vez, ou aténdeo unha persoa. Quere falar con ela?
complaint = Sinto que tivese que pasar por isto. Unha persoa pode recoller a súa queixa. Quere falar con ela?
thanks = Non hai de que. Precisa algo máis?
closing = Grazas por contactar. Que teña un bo día.
anything-else = Precisa algo máis?

language-switched = De acordo, seguimos en galego.
language-not-served = Nese idioma non podo atendelo: seguimos en galego.

neighbour-aranese = Vostede escribe en aranés e aquí aínda non o falo: respóndolle en catalán. Se o prefire, pida falar cunha persoa.
nothing-to-repeat = Aínda non lle dixen nada que repetir. Que necesita?
for-other = De acordo, é para outra persoa. Que precisa saber?
about-what = Sobre que trámite me pregunta?

ack = De acordo. Se lle xorde outra dúbida, escríbame.

heard-unsafe = Está ben? Se pasa algo ou prefire falar cunha persoa, dígamo e avísoa agora mesmo.
heard-grief = Acompáñoo no sentimento.
heard-hardship = Sinto que estea a pasar por isto.
heard-worry = É natural que se preocupe.
heard-joy = Canto me alegro!
heard-despair = Sinto moito que estea así. Se sente que non pode seguir, no 024 escoitan a calquera hora; tamén podo avisar unha persoa.
heard-informal = Aquí tratamos de vostede a todo o mundo, por respecto: iso non o podo cambiar.
heard-complaint = Sinto as molestias.
heard-no_person = De acordo, seguimos aquí: o aviso xa está dado, pero non supón ningunha obriga.
heard-safe = Alégrame sabelo. O aviso que dei segue en pé.
heard-unanswered = Desculpe: téntoo outra vez.
offer-unsafe = Cónteme que ocorre: estou aquí.
offer-grief = Cando queira, vemos paso a paso que hai que facer agora.
offer-hardship = Cónteme un pouco a súa situación e dígolle que axudas pode pedir.
offer-worry = Dígame cal é a súa maior preocupación e mirámolo por partes.
offer-despair = Dígame que é o máis urxente e vémolo paso a paso.
offer-informal = Vostede pode escribirme de ti. Que precisa?
offer-joy = Se precisa algo máis, aquí estou.
offer-no_person = Que precisa saber?
reply-safe = Non hai perigo, quero preguntar outra cousa
