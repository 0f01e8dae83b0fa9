# The privacy, legal and accessibility pages. What names the administration comes from its own phrases; the terms, from the settings.

privacy-who = Qui tracta les seves dades
privacy-purpose = Per a què
privacy-purpose-text = Per contestar-li, donar-li cita i posar-lo en contacte amb una persona si ho demana. No s'usen per a publicitat, i amb elles no es decideix res sobre vostè.
privacy-basis = Amb quina base legal
privacy-time = Quant de temps
privacy-time-text = La conversa s'esborra { $minutes } minuts després del seu últim missatge. L'avís a una persona, { $handoff } dies després d'atendre'l. El telèfon i el correu d'una cita, { $contact } dies després d'aquesta. De cada conversa, trucada, cita o visita es guarda { $timeline } dies de què va tractar i, si va dir qui és, un resum sense números de document ni de telèfon. El que queda pendent es reuneix en un cas, amb el que s'ha promès i les notes de qui l'atén, i es guarda { $timeline } dies des del seu últim canvi. Les preguntes que no sabem contestar, o que entenem malament, es guarden { $gap } dies, sense dades personals, per millorar les respostes.
privacy-people = Qui les veu
privacy-people-text = Només qui atén el seu cas, i només si demana parlar amb una persona o té una cita. No se cedeixen a ningú més, tret que la llei hi obligui.
privacy-browser = Al seu navegador
privacy-browser-text = No hi ha galetes ni se'l segueix. Aquesta pestanya desa la clau de la seva conversa i el que està escrivint, fins que la tanca; el navegador, la mida de la lletra i si vol lectura en veu alta.
privacy-rights = Els seus drets
privacy-rights-text = Pot demanar veure les seves dades, corregir-les, esborrar-les, limitar-ne l'ús i oposar-s'hi.
privacy-demo = Aquesta és una instal·lació de demostració: no escrigui dades reals.
legal-owner = De qui és aquest servei
legal-value = Quin valor té el que diu
legal-value-text = Les respostes informen i citen la seva font. No són una resolució ni reconeixen un dret. Si no coincideixen amb el text oficial, val el text oficial.
legal-robot = Qui contesta
legal-robot-text = Contesta un programa informàtic, i ho diu. Pot parlar amb una persona en qualsevol moment; aleshores en veurà el nom.
legal-appointments = Les cites
legal-appointments-text = Demanar, canviar i anul·lar una cita és gratuït. Si no hi pot anar, anul·li-la: queda lliure per a una altra persona.
legal-software = El programa
legal-software-text = Aquest servei funciona amb ISAC, un programa de codi obert: tothom pot llegir com funciona.
access-aim = Per a qui
access-tested = Com es comprova
access-limits = Què hi falta
access-complain = Si alguna cosa no funciona
