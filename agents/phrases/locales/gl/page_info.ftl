# The privacy, legal and accessibility pages. What names the administration comes from its own phrases; the terms, from the settings.

privacy-who = Quen trata os seus datos
privacy-purpose = Para que
privacy-purpose-text = Para contestarlle, darlle cita e poñelo cunha persoa se a pide. Non se usan para publicidade, e con eles non se decide nada sobre vostede.
privacy-basis = Con que base legal
privacy-time = Canto tempo
privacy-time-text = A conversa bórrase { $minutes } minutos despois da súa última mensaxe. O aviso a unha persoa, { $handoff } días despois de atendelo. O teléfono e o correo dunha cita, { $contact } días despois dela. De cada conversa, chamada, cita ou visita gárdase { $timeline } días de que tratou e, se dixo quen é, un resumo sen números de documento nin de teléfono. O que queda pendente reúnese nun caso, co prometido e as notas de quen o atende, e gárdase { $timeline } días desde o seu último cambio. As preguntas que non sabemos contestar, ou que entendemos mal, gárdanse { $gap } días, sen datos persoais, para mellorar as respostas.
privacy-people = Quen os ve
privacy-people-text = Só quen atende o seu caso, e só se pide falar cunha persoa ou ten unha cita. Non se ceden a ninguén máis, agás que a lei obrigue.
privacy-browser = No seu navegador
privacy-browser-text = Non hai cookies nin se lle segue. Esta lapela garda a clave da súa conversa e o que está a escribir, ata que a pecha; o navegador, o tamaño da letra e se quere lectura en voz alta.
privacy-rights = Os seus dereitos
privacy-rights-text = Pode pedir ver os seus datos, corrixilos, borralos, limitar o seu uso e opoñerse a el.
privacy-demo = Esta é unha instalación de demostración: non escriba datos reais.
legal-owner = De quen é este servizo
legal-value = Que valor ten o que di
legal-value-text = As respostas informan e citan a súa fonte. Non son unha resolución nin recoñecen un dereito. Se non coinciden co texto oficial, vale o texto oficial.
legal-robot = Quen contesta
legal-robot-text = Contesta un programa informático, e dío. Pode falar cunha persoa en calquera momento; entón verá o seu nome.
legal-appointments = As citas
legal-appointments-text = Pedir, cambiar e anular unha cita é gratuíto. Se non vai ir, anúlea: queda libre para outra persoa.
legal-software = O programa
legal-software-text = Este servizo funciona con ISAC, un programa de código aberto: calquera pode ler como traballa.
access-aim = Para quen
access-tested = Como se comproba
access-limits = Que falta
access-complain = Se algo non funciona
