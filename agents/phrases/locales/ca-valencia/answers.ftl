# What stands around an answer from the articles: its sections, its limits, what is offered next.

answer-not-decision = Jo no puc dir si vosté hi té dret: ho decidix l'entitat quan estudia la seua sol·licitud. Esta és la informació general.
answer-none = No tinc una font comprovada per a respondre això i no vull donar-li una dada equivocada. El puc posar en contacte amb una persona.
answer-partial = Una part d'esta informació ha caducat i no la mostre. Si la necessita, el pose en contacte amb una persona.
answer-own-case = No puc vore el seu expedient des d'ací. Açò és el que pot fer per a consultar-lo.
answer-own-amount = No puc vore ni calcular el seu cas des d'ací. Esta és la informació general.
answer-more-book = Vol saber res més o que li busque una cita?
answer-for-other = Per a esta persona, la informació general és esta.
answer-as-of = Li responc com si hui fora { $date }.
answer-as-of-none = No tinc dades comprovades per a esta data: { $date }. Li puc dir el que val hui o posar-lo en contacte amb una persona.
answer-missing = Sobre això en concret no tinc informació comprovada. Açò és el que sí que li puc dir.
answer-unsure = No estic segur que siga això el que pregunta. Açò és el que sé sobre { $need }.
answer-which = És això, o una d'estes altres coses? Si no, diga-m'ho amb unes altres paraules.
answer-apart = L'altra cosa que pregunta no l'he entesa bé: pregunte-m'ho a part, per favor.
answer-nearest = No estic segur d'haver-lo entés. Açò és el més pròxim que sé.
answer-said = Potser no em pregunta pel que acabe de dir-li. És una d'estes altres coses? Si no, diga-m'ho amb altres paraules.
answer-conditions = Pel que m'ha dit ({ $conditions }), açò és el que li interessa saber.
answer-conditions-none = Per a este cas ({ $conditions }) no tinc regles diferents: esta és la informació general.

official-page = Encara no tinc el detall comprovat d'este assumpte. Està en la seua pàgina oficial: { $link }

offer-book = Vol que li busque una cita?

not-decision = Jo no puc dir si vosté hi té dret: ho decidix l'entitat quan estudia la seua sol·licitud.
not-own-case = No puc vore el seu expedient ni calcular el seu cas des d'ací.

document-found = No està en els meus articles. Ho diu este document: «{ $title }».
document-language = Està en una altra llengua ({ $autonym }): li'l copie tal com és.

condition-ask-territory = En quina província viu? En algunes ho porta una altra administració.
condition-ask-work = En quin d'estos casos es troba?
reply-how-computed = Com ix este compte?
sum-without = Sense esta dada no li puc fer el compte. Si la troba, diga-me-la i li'l faig.
