# What the reception says in any conversation: greetings, questions back, buttons. Facts are in the articles, with citations.

greeting-privacy = Per a ajudar-lo tracte les dades que em done. No escriga dades de salut, contrasenyes ni números de compte.
greeting-ask = Explique'm amb les seues paraules què necessita.

reply-easier = Explique-m'ho més fàcil
reply-go-on = Continue explicant

not-understood = Perdone, no ho he entés. M'ho pot dir d'una altra manera?

empty = No m'ha arribat cap text. Escriga què necessita.
too-long = El missatge és molt llarg i només n'he llegit el començament. Si hi falta res important, escriga-ho en missatges més curts.
complaint = Em sap greu que haja hagut de passar per açò. Una persona pot arreplegar la seua queixa. Hi vol parlar?
closing = Gràcies per contactar. Que tinga un bon dia.
language-switched = D'acord, continuem en valencià.
language-not-served = En eixe idioma no el puc atendre: continuem en valencià.
neighbour-aranese = Vosté escriu en aranés i ací encara no el parle: li responc en valencià. Si ho preferix, demane parlar amb una persona.
nothing-to-repeat = Encara no li he dit res que puga repetir. Què necessita?

ack = D'acord. Si li sorgix cap altre dubte, escriga'm.

heard-unsafe = Està bé? Si passa res o preferix parlar amb una persona, diga-m'ho i l'avise ara mateix.
heard-grief = L'acompanye en el sentiment.
heard-hardship = Em sap greu que estiga passant per açò.
heard-worry = És natural que es preocupe.
heard-joy = Me n'alegre molt!
heard-despair = Em sap molt greu que estiga així. Si sent que no pot continuar, al 024 l'escolten a qualsevol hora; també puc avisar una persona.
heard-complaint = Lamente les molèsties.
heard-no_person = D'acord, continuem ací: l'avís ja està donat, però no l'obliga a res.
heard-unanswered = Disculpe: ho torne a provar.
offer-unsafe = Explique'm què passa: estic ací.
offer-grief = Quan vullga, mirem pas a pas què cal fer ara.
offer-hardship = Explique'm un poc la seua situació i li dic quines ajudes pot demanar.
offer-worry = Diga'm quina és la seua preocupació principal i ho mirem a poc a poc.
offer-despair = Diga'm què és el més urgent i ho mirem pas a pas.
offer-joy = Si necessita res més, estic ací.
