# What stands around an answer from the articles: its sections, its limits, what is offered next.

aspect-what = ¿Qué es?
aspect-who = ¿Quién puede pedirlo?
aspect-requirements = ¿Qué requisitos hay?
aspect-amount = ¿Cuánto es?
aspect-deadlines = ¿Qué plazos hay?
aspect-how = ¿Cómo se pide?
aspect-documents = ¿Qué documentos hacen falta?
aspect-after = ¿Qué pasa después?
aspect-mistakes = ¿Qué errores hay que evitar?
aspect-related = ¿Qué otros trámites hay?

answer-not-decision = Yo no puedo decir si usted tiene derecho: eso lo decide la entidad cuando estudia su solicitud. Esta es la información general.
answer-none = No tengo una fuente comprobada para responder a eso y no quiero darle un dato malo. Puedo ponerle en contacto con una persona.
answer-partial = Una parte de esta información ha caducado y no la muestro. Si la necesita, le pongo en contacto con una persona.
answer-last-published = Donde digo { $last }, es la última cifra publicada: la de { $year } aún no se ha publicado.
answer-more = ¿Quiere saber algo más sobre { $need }?
answer-more-book = ¿Quiere saber algo más o que le busque una cita?
answer-own-case = No puedo ver su expediente desde aquí. Esto es lo que puede hacer para consultarlo.
answer-own-amount = No puedo ver ni calcular su caso desde aquí. Esta es la información general.
answer-other-matter = Sobre eso todavía no tengo información comprobada. Puedo ponerle en contacto con una persona o buscarle una cita.
answer-for-other = Para esa persona, esta es la información general.
answer-conditions = Por lo que me ha dicho ({ $conditions }), esto es lo que le interesa saber.
answer-conditions-none = Para ese caso ({ $conditions }) no tengo reglas distintas: esta es la información general.
answer-missing = Sobre eso en concreto no tengo información comprobada. Esto es lo que sí puedo decirle.
answer-no-more = Sobre eso no tengo más información comprobada, y no quiero repetirle lo mismo.
answer-again = Como le decía:
answer-noted = Lo tengo en cuenta: { $conditions }. ¿Qué más quiere saber?
answer-unsure = No estoy seguro de que sea eso lo que pregunta. Esto es lo que sé sobre { $need }.
answer-which = ¿Es eso, o una de estas otras cosas? Si no, dígamelo con otras palabras.
answer-nearest = No estoy seguro de haberle entendido. Esto es lo más cercano que sé.
answer-said = Quizá no me pregunta por lo que acabo de decirle. ¿Es una de estas otras cosas? Si no, dígamelo con otras palabras.
answer-apart = Lo otro que pregunta no lo he entendido bien: pregúntemelo aparte, por favor.
answer-about = Sobre { $need }:
answer-of-another = { $need }: { $question }
answer-as-of = Le contesto como si hoy fuera { $date }.
answer-as-of-part = De lo demás no tengo datos comprobados para ese día.
answer-as-of-none = No tengo datos comprobados para esa fecha: { $date }. Puedo decirle lo que vale hoy o ponerle en contacto con una persona.

need-understood = Me pregunta por { $need }.
handled-by = De eso se encarga { $body }.
official-page = Todavía no tengo el detalle comprobado de este asunto. Está en su página oficial: { $link }

offer-book = ¿Quiere que le busque una cita?
offer-person = ¿Quiere hablar con una persona?

not-decision = Yo no puedo decir si usted tiene derecho: eso lo decide la entidad cuando estudia su solicitud.
not-own-case = No puedo ver su expediente ni calcular su caso desde aquí.

document-found = No está en mis artículos. Lo dice este documento: «{ $title }».
document-language = Está en otra lengua ({ $autonym }): se lo copio tal cual.

condition-ask-territory = ¿En qué provincia vive? En algunas lo lleva otra administración.
condition-ask-work = ¿En cuál de estos casos está?
condition-age = { $number } años de edad
condition-contributed = { $time } de cotización
condition-disability = discapacidad del { $number } %
condition-children = { $number ->
    [one] { $number } hijo
   *[other] { $number } hijos
}
condition-territory = { $place }
reply-how-computed = ¿Cómo sale esa cuenta?
sum-without = Sin ese dato no puedo hacerle la cuenta. Si lo encuentra, dígamelo y se la hago.
sum-of-option =
    { $option }:
    { $text }
sum-yes = Sí. { $text }
sum-go-on = Seguimos con su cálculo. { $question }
