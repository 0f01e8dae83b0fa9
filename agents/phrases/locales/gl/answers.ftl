# What stands around an answer from the articles: its sections, its limits, what is offered next.

aspect-what = Que é?
aspect-who = Quen o pode pedir?
aspect-requirements = Que requisitos hai?
aspect-amount = Canto é?
aspect-deadlines = Que prazos hai?
aspect-how = Como se pide?
aspect-documents = Que documentos fan falta?
aspect-after = Que pasa despois?
aspect-mistakes = Que erros hai que evitar?
aspect-related = Que outros trámites hai?

answer-not-decision = Eu non podo dicir se vostede ten dereito: iso decídeo a entidade cando estuda a súa solicitude. Esta é a información xeral.
answer-none = Non teño unha fonte comprobada para responder a iso e non quero darlle un dato erróneo. Podo poñelo en contacto cunha persoa.
answer-partial = Unha parte desta información caducou e non a amoso. Se a necesita, póñoo en contacto cunha persoa.
answer-last-published = Onde digo { $last }, é a última cifra publicada: a de { $year } aínda non se publicou.
answer-more = Quere saber algo máis sobre { $need }?
answer-more-book = Quere saber algo máis ou que lle busque unha cita?
answer-own-case = Non podo ver o seu expediente desde aquí. Isto é o que pode facer para consultalo.
answer-own-amount = Non podo ver nin calcular o seu caso desde aquí. Esta é a información xeral.
answer-other-matter = Sobre iso aínda non teño información comprobada. Podo poñelo en contacto cunha persoa ou buscarlle unha cita.
answer-for-other = Para esa persoa, a información xeral é esta.
answer-conditions = Polo que me dixo ({ $conditions }), isto é o que lle interesa saber.
answer-conditions-none = Para ese caso ({ $conditions }) non teño regras distintas: esta é a información xeral.
answer-missing = Sobre iso en concreto non teño información comprobada. Isto é o que si lle podo dicir.
answer-no-more = Sobre iso non teño máis información comprobada, e non quero repetirlle o mesmo.
answer-again = Como lle dicía:
answer-noted = Téñoo en conta: { $conditions }. Que máis quere saber?
answer-unsure = Non estou seguro de que sexa iso o que pregunta. Isto é o que sei sobre { $need }.
answer-which = É iso, ou unha destoutras cousas? Se non, dígamo con outras palabras.
answer-nearest = Non estou seguro de terlle entendido. Isto é o máis próximo que sei.
answer-said = Quizais non me pregunta polo que acabo de dicirlle. É unha destoutras cousas? Se non, dígamo con outras palabras.
answer-apart = O outro que pregunta non o entendín ben: pregúntemo á parte, por favor.
answer-about = Sobre { $need }:
answer-of-another = { $need }: { $question }
answer-as-of = Respóndolle coma se hoxe fose { $date }.
answer-as-of-part = Do demais non teño datos comprobados para ese día.
answer-as-of-none = Non teño datos comprobados para esa data: { $date }. Pódolle dicir o que vale hoxe ou poñelo en contacto cunha persoa.

need-understood = Pregúntame sobre { $need }.
handled-by = Diso encárgase { $body }.
official-page = Aínda non teño o detalle comprobado deste asunto. Está na súa páxina oficial: { $link }

offer-book = Quere que lle busque unha cita?
offer-person = Quere falar cunha persoa?

not-decision = Eu non podo dicir se vostede ten dereito: iso decídeo a entidade cando estuda a súa solicitude.
not-own-case = Non podo ver o seu expediente nin calcular o seu caso desde aquí.

document-found = Non está nos meus artigos. Dío este documento: «{ $title }».
document-language = Está noutra lingua ({ $autonym }): cópiollo tal cal.

condition-ask-territory = En que provincia vive? Nalgunhas lévao outra administración.
condition-ask-work = En cal destes casos está?
condition-age = { $number } anos de idade
condition-contributed = { $time } de cotización
condition-disability = discapacidade do { $number } %
condition-children = { $number ->
    [one] { $number } fillo
   *[other] { $number } fillos
}
condition-territory = { $place }
reply-how-computed = Como sae esa conta?
sum-without = Sen ese dato non lle podo facer a conta. Se o atopa, dígamo e fágolla.
sum-of-option =
    { $option }:
    { $text }
sum-yes = Si. { $text }
sum-go-on = Seguimos co seu cálculo. { $question }
