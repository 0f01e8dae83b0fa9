# Handing over to a person: what the citizen is told, and the words of the packet that the agent reads.

handoff-asked = Póñoo en contacto cunha persoa. Esa persoa verá esta conversa e un resumo do seu caso, para que vostede non o teña que repetir.
handoff-not_understood = Non dou entendido o que me di e non quero facerlle perder o tempo. Póñoo en contacto cunha persoa, que verá esta conversa e un resumo do seu caso.
handoff-no_answer = Póñoo en contacto cunha persoa, que verá esta conversa e un resumo do seu caso.
handoff-complaint = Póñoo en contacto cunha persoa, que recollerá a súa queixa.
handoff-failure = Fallou algo pola nosa parte e non puiden rematar. Póñoo en contacto cunha persoa, que verá esta conversa e un resumo do seu caso.
handoff-crisis = Sinto moito o que está a vivir. Non ten que pasar por isto en soidade. Chame agora ao 024, que atende a conduta suicida a calquera hora, ou ao 112 se hai perigo. Aviso unha persoa para que fale con vostede.
handoff-violence = A súa seguridade é o primeiro. O 016 atende a violencia de xénero a calquera hora e non deixa rastro na factura; se hai perigo, chame ao 112. Aviso unha persoa para que fale con vostede.
handoff-emergency = Se hai perigo, chame agora ao 112. Aviso unha persoa para que fale con vostede.
handoff-lines = O 024 atende a conduta suicida e o 016 a violencia de xénero, a calquera hora.
handoff-reference = A súa referencia é { $reference }.
handoff-already = O seu caso xa agarda por unha persoa. A súa referencia é { $reference }.
handoff-here = Cando recolla o seu caso, esa persoa escribiralle aquí, neste chat. Mentres tanto podo seguir axudándoo.
handoff-wait = { $minutes ->
    [one] A espera é agora dun minuto, máis ou menos.
   *[other] A espera é agora duns { $minutes } minutos.
}
handoff-order = Non lle podo dicir a hora: aténdese por orde, e primeiro o urxente.
handoff-hours = Agora non hai ninguén que o poida atender. Volven o { $when }.
handoff-call-back = Se o prefire, podo deixar apuntado que o chamen. Quere que o chamen?
handoff-phone-booking = Se prefire que o chamen, pódolle dar unha cita por teléfono.
handoff-when = O seu caso agarda a que o recolla unha persoa.
handoff-hurry = Se ten présa, pregúnteme a que teléfono chamar. A súa referencia é { $reference }.

person-joined = Agora aténdeo unha persoa: { $name }. Mentres estea aquí, eu non escribo.
person-calls = Agora chámao por teléfono unha persoa: { $name }. Se escribe aquí, tamén o le.
person-translated = Esa persoa escribe noutra lingua: { $autonym }. O que se escriban verano tamén traducido por unha máquina, que pode equivocarse.
person-not-translated = Esa persoa escribe noutra lingua: { $autonym }. Aquí non hai tradutor. Se non a entende, pida que o atenda alguén na súa lingua.
person-returned = { $name } rematou de atendelo. Volvo ser eu, o asistente. Dígame se precisa algo máis.
person-closed = { $name } rematou de atendelo. Se precisa algo máis, escríbame: contestareille eu, o asistente.
person-left = { $name } xa non segue: atenderao outra persoa, que lle escribirá aquí. O seu caso vai dos primeiros. Mentres tanto pódoo axudar eu, o asistente.

care-crisis = Sigo aquí con vostede. Avisei, como urxente, as persoas que atenden: escribiranlle aquí en canto poidan. Non agarde: chame ao 024 ou ao 112, que contestan a calquera hora.
care-violence = Sigo aquí con vostede. Avisei, como urxente, as persoas que atenden: escribiranlle aquí en canto poidan. Se hai perigo agora, chame ao 112; no 016 escoitan a calquera hora.
care-emergency = Se o perigo segue, chame agora ao 112: non agarde aquí. Avisei, como urxente, as persoas que atenden.
care-over = Alégrame sabelo. O aviso que dei segue en pé. Dígame en que o podo axudar.

summary-reason = Motivo: { $reason }.
summary-need = Necesidade: { $need }.
summary-language = Idioma: { $autonym }.
summary-said = A persoa dixo: «{ $text }».
summary-booking = Estaba pedindo unha cita: { $detail }.
summary-appointment = Cita desta conversa: { $detail }.
summary-other = Pregunta en nome doutra persoa.
summary-conditions = Dixo da súa situación: { $conditions }.
summary-unsure = Non se sabe se quedou feito no servizo de citas. Hai que comprobalo: { $detail }.

reason-asked = pide falar cunha persoa
reason-not_understood = o asistente non a entendeu
reason-no_answer = non hai resposta comprobada
reason-crisis = sinais de risco de suicidio
reason-violence = sinais de violencia de xénero
reason-emergency = sinais de emerxencia
reason-failure = fallo técnico
reason-complaint = quere presentar unha queixa
reason-call_back = pide que a chamen
