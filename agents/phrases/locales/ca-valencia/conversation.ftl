# What the reception says in any conversation: greetings, questions back, buttons. Facts are in the articles, with citations.

greeting-privacy = Per a ajudar-lo tracte les dades que em done. No escriga dades de salut, contrasenyes ni números de compte.
greeting-ask = Explique'm amb les seues paraules què necessita.

reply-easier = Explique-m'ho més fàcil

not-understood = Perdone, no ho he entés. M'ho pot dir d'una altra manera?

empty = No m'ha arribat cap text. Escriga què necessita.
too-long = El missatge és molt llarg i només n'he llegit el començament. Si hi falta res important, escriga-ho en missatges més curts.
complaint = Em sap greu el que m'explica. Una persona pot arreplegar la seua queixa. Hi vol parlar?
closing = Gràcies per contactar. Que tinga un bon dia.
language-switched = D'acord, continuem en valencià.
language-not-served = En eixe idioma no el puc atendre: continuem en valencià.
neighbour-aranese = Vosté escriu en aranés i ací encara no el parle: li responc en valencià. Si ho preferix, demane parlar amb una persona.
nothing-to-repeat = Encara no li he dit res que puga repetir. Què necessita?
