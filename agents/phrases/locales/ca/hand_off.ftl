# Handing over to a person: what the citizen is told, and the words of the packet that the agent reads.

handoff-asked = El poso en contacte amb una persona. Aquesta persona veurà aquesta conversa i un resum del seu cas, perquè vostè no l'hagi de repetir.
handoff-not_understood = No aconsegueixo entendre'l i no vull fer-li perdre el temps. El poso en contacte amb una persona, que veurà aquesta conversa i un resum del seu cas.
handoff-no_answer = El poso en contacte amb una persona, que veurà aquesta conversa i un resum del seu cas.
handoff-complaint = El poso en contacte amb una persona, que recollirà la seva queixa.
handoff-failure = Hi ha hagut un error per part nostra i no he pogut acabar. El poso en contacte amb una persona, que veurà aquesta conversa i un resum del seu cas.
handoff-crisis = Em sap molt greu el que està passant. No ho ha d'afrontar sense ajuda. Truqui ara al 024, que atén la conducta suïcida a qualsevol hora, o al 112 si hi ha perill. Aviso una persona perquè l'atengui.
handoff-violence = La seva seguretat és la prioritat. El 016 atén la violència de gènere a qualsevol hora i no deixa rastre a la factura; si hi ha perill, truqui al 112. Aviso una persona perquè l'atengui.
handoff-emergency = Si hi ha perill, truqui ara al 112. Aviso una persona perquè l'atengui.
handoff-lines = El 024 atén la conducta suïcida i el 016 la violència de gènere, a qualsevol hora.
handoff-reference = La seva referència és { $reference }.
handoff-already = El seu cas ja espera que l'atengui una persona. La seva referència és { $reference }.
handoff-here = Quan reculli el seu cas, aquesta persona li escriurà aquí, en aquest xat. Mentrestant puc continuar ajudant-lo.
handoff-wait = { $minutes ->
    [one] L'espera és ara d'un minut, més o menys.
   *[other] L'espera és ara d'uns { $minutes } minuts.
}
handoff-order = No li puc dir l'hora: s'atén per ordre, i primer el que és urgent.
handoff-hours = Ara no hi ha ningú que el pugui atendre. Tornen el { $when }.
handoff-call-back = Si ho prefereix, puc deixar apuntat que li truquin. Vol que li truquin?
handoff-phone-booking = Si prefereix que li truquin, li puc donar una cita per telèfon.
handoff-when = El seu cas espera que el reculli una persona.
handoff-hurry = Si té pressa, pregunti'm a quin telèfon ha de trucar. La seva referència és { $reference }.

person-joined = Ara l'atén una persona: { $name }. Mentre sigui aquí, jo no escric.
person-calls = Ara li truca per telèfon una persona: { $name }. Si escriu aquí, també ho llegeix.
person-translated = Aquesta persona escriu en una altra llengua: { $autonym }. El que s’escriguin ho veuran també traduït per una màquina, que es pot equivocar.
person-not-translated = Aquesta persona escriu en una altra llengua: { $autonym }. Aquí no hi ha traductor. Si no l’entén, demani que l’atengui algú en la seva llengua.
person-returned = { $name } ja ha acabat d'atendre'l. Torno a ser jo, l'assistent. Digui'm si necessita res més.
person-closed = { $name } ja ha acabat d'atendre'l. Si necessita res més, escrigui'm: li contestaré jo, l'assistent.
person-left = { $name } ja no continua: l'atendrà una altra persona, que li escriurà aquí. El seu cas va dels primers. Mentrestant el puc ajudar jo, l'assistent.

care-crisis = Continuo aquí amb vostè. He avisat, com a urgent, les persones que atenen: li escriuran aquí tan aviat com puguin. No esperi: truqui al 024 o al 112, que contesten a qualsevol hora.
care-violence = Continuo aquí amb vostè. He avisat, com a urgent, les persones que atenen: li escriuran aquí tan aviat com puguin. Si hi ha perill ara, truqui al 112; al 016 l'escolten a qualsevol hora.
care-emergency = Si el perill continua, truqui ara al 112: no esperi aquí. He avisat, com a urgent, les persones que atenen.
care-over = M'alegra saber-ho. L'avís que he donat es manté. Digui'm en què el puc ajudar.

summary-reason = Motiu: { $reason }.
summary-need = Necessitat: { $need }.
summary-language = Idioma: { $autonym }.
summary-said = La persona ha dit: «{ $text }».
summary-booking = Estava demanant una cita: { $detail }.
summary-appointment = Cita d'aquesta conversa: { $detail }.
summary-other = Pregunta en nom d'una altra persona.
summary-conditions = Ha dit de la seva situació: { $conditions }.
summary-unsure = No se sap si ha quedat fet al servei de cites. Cal comprovar-ho: { $detail }.

reason-asked = demana parlar amb una persona
reason-not_understood = l'assistent no l'ha entès
reason-no_answer = no hi ha resposta comprovada
reason-crisis = senyals de risc de suïcidi
reason-violence = senyals de violència de gènere
reason-emergency = senyals d'emergència
reason-failure = error tècnic
reason-complaint = vol presentar una queixa
reason-call_back = demana que li truquin
