# Handing over to a person: what the citizen is told, and the words of the packet that the agent reads.

handoff-asked = El pose en contacte amb una persona. Esta persona veurà esta conversa i un resum del seu cas, perquè vosté no l'haja de repetir.
handoff-not_understood = No aconseguisc entendre'l i no vull fer-li perdre el temps. El pose en contacte amb una persona, que veurà esta conversa i un resum del seu cas.
handoff-no_answer = El pose en contacte amb una persona, que veurà esta conversa i un resum del seu cas.
handoff-complaint = El pose en contacte amb una persona, que arreplegarà la seua queixa.
handoff-failure = Hi ha hagut un error per part nostra i no he pogut acabar. El pose en contacte amb una persona, que veurà esta conversa i un resum del seu cas.
handoff-crisis = Em sap molt greu el que està passant. No està a soles. Telefone ara al 024, que atén la conducta suïcida a qualsevol hora, o al 112 si hi ha perill. Avise una persona perquè l'atenga.
handoff-violence = La seua seguretat és la prioritat. El 016 atén la violència de gènere a qualsevol hora i no deixa rastre en la factura; si hi ha perill, telefone al 112. Avise una persona perquè l'atenga.
handoff-emergency = Si hi ha perill, telefone ara al 112. Avise una persona perquè l'atenga.
handoff-reference = La seua referència és { $reference }.
handoff-already = El seu cas ja espera que l'atenga una persona. La seua referència és { $reference }.
handoff-here = Quan arreplegue el seu cas, esta persona li escriurà ací, en este xat. Mentrestant puc continuar ajudant-lo.
handoff-order = No li puc dir l'hora: s'atén per orde, i primer el que és urgent.
handoff-hours = Ara no hi ha ningú que el puga atendre. Tornen el { $when }.
handoff-phone-booking = Si preferix que li telefonen, li puc donar una cita per telèfon.
handoff-when = El seu cas espera que l'arreplegue una persona.
handoff-hurry = Si té pressa, pregunte'm a quin telèfon ha de telefonar. La seua referència és { $reference }.

person-joined = Ara l'atén una persona: { $name }. Mentre estiga ací, jo no escric.
person-returned = { $name } ja ha acabat d'atendre'l. Torne a ser jo, l'assistent. Diga'm si necessita res més.
person-closed = { $name } ja ha acabat d'atendre'l. Si necessita res més, escriga'm: li contestaré jo, l'assistent.
person-left = { $name } ja no continua: l'atendrà una altra persona, que li escriurà ací. El seu cas va dels primers. Mentrestant el puc ajudar jo, l'assistent.

care-crisis = Continue ací amb vosté. He avisat, com a urgent, les persones que atenen: li escriuran ací tan prompte com puguen. No espere: telefone al 024 o al 112, que contesten a qualsevol hora.
care-violence = Continue ací amb vosté. He avisat, com a urgent, les persones que atenen: li escriuran ací tan prompte com puguen. Si hi ha perill ara, telefone al 112; al 016 l'escolten a qualsevol hora.
care-emergency = Si el perill continua, telefone ara al 112: no espere ací. He avisat, com a urgent, les persones que atenen.
care-over = M'alegra saber-ho. L'avís que he donat es manté. Diga'm en què el puc ajudar.

summary-language = Idioma: { $autonym } (valencià).
summary-appointment = Cita d'esta conversa: { $detail }.
summary-conditions = Ha dit de la seua situació: { $conditions }.
summary-unsure = No se sap si ha quedat fet en el servici de cites. Cal comprovar-ho: { $detail }.

reason-not_understood = l'assistent no l'ha entés
