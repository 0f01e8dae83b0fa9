# What stands around an answer from the articles: its sections, its limits, what is offered next.

aspect-what = Què és?
aspect-who = Qui ho pot demanar?
aspect-requirements = Quins requisits hi ha?
aspect-amount = Quant és?
aspect-deadlines = Quins terminis hi ha?
aspect-how = Com es demana?
aspect-documents = Quins documents calen?
aspect-after = Què passa després?
aspect-mistakes = Quins errors cal evitar?
aspect-related = Quins altres tràmits hi ha?

answer-not-decision = Jo no puc dir si vostè hi té dret: ho decideix l'entitat quan estudia la seva sol·licitud. Aquesta és la informació general.
answer-none = No tinc una font comprovada per respondre això i no vull donar-li una dada equivocada. El puc posar en contacte amb una persona.
answer-partial = Una part d'aquesta informació ha caducat i no la mostro. Si la necessita, el poso en contacte amb una persona.
answer-last-published = On dic { $last }, és l'última xifra publicada: la de { $year } encara no s'ha publicat.
answer-more = Vol saber res més sobre { $need }?
answer-more-book = Vol saber res més o que li busqui una cita?
answer-own-case = No puc veure el seu expedient des d'aquí. Això és el que pot fer per consultar-lo.
answer-own-amount = No puc veure ni calcular el seu cas des d'aquí. Aquesta és la informació general.
answer-other-matter = Sobre això encara no tinc informació comprovada. El puc posar en contacte amb una persona o buscar-li una cita.
answer-for-other = Per a aquesta persona, la informació general és aquesta.
answer-conditions = Pel que m'ha dit ({ $conditions }), això és el que li interessa saber.
answer-conditions-none = Per a aquest cas ({ $conditions }) no tinc regles diferents: aquesta és la informació general.
answer-missing = Sobre això en concret no tinc informació comprovada. Això és el que sí que li puc dir.
answer-no-more = Sobre això no tinc més informació comprovada, i no vull repetir-li el mateix.
answer-again = Com li deia:
answer-noted = Ho tinc en compte: { $conditions }. Què més vol saber?
answer-unsure = No estic segur que sigui això el que pregunta. Això és el que sé sobre { $need }.
answer-which = És això, o una d'aquestes altres coses? Si no, digui-m'ho amb unes altres paraules.
answer-nearest = No estic segur d'haver-lo entès. Això és el més proper que sé.
answer-said = Potser no em pregunta pel que acabo de dir-li. És una d'aquestes altres coses? Si no, digui-m'ho amb altres paraules.
answer-apart = L'altra cosa que pregunta no l'he entesa bé: pregunti-m'ho a part, si us plau.
answer-about = Sobre { $need }:
answer-of-another = { $need }: { $question }
answer-as-of = Li responc com si avui fos { $date }.
answer-as-of-part = De la resta no tinc dades comprovades per a aquell dia.
answer-as-of-none = No tinc dades comprovades per a aquesta data: { $date }. Li puc dir el que val avui o posar-lo en contacte amb una persona.

need-understood = Em pregunta sobre { $need }.
handled-by = D'això se n'encarrega { $body }.
official-page = Encara no tinc el detall comprovat d'aquest assumpte. És a la seva pàgina oficial: { $link }

offer-book = Vol que li busqui una cita?
offer-person = Vol parlar amb una persona?

not-decision = Jo no puc dir si vostè hi té dret: ho decideix l'entitat quan estudia la seva sol·licitud.
not-own-case = No puc veure el seu expedient ni calcular el seu cas des d'aquí.

document-found = No és als meus articles. Ho diu aquest document: «{ $title }».
document-language = És en una altra llengua ({ $autonym }): l'hi copio tal com és.

condition-ask-territory = A quina província viu? En algunes ho porta una altra administració.
condition-ask-work = En quin d'aquests casos es troba?
condition-age = { $number } anys d'edat
condition-contributed = { $time } de cotització
condition-disability = discapacitat del { $number } %
condition-children = { $number ->
    [one] { $number } fill
   *[other] { $number } fills
}
condition-territory = { $place }
reply-how-computed = Com surt aquest compte?
sum-without = Sense aquesta dada no li puc fer el compte. Si la troba, digui-me-la i l'hi faig.
sum-of-option =
    { $option }:
    { $text }
sum-yes = Sí. { $text }
sum-go-on = Tornem al seu càlcul. { $question }
