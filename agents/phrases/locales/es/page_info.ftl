# The privacy, legal and accessibility pages. What names the administration comes from its own phrases; the terms, from the settings.

privacy-who = Quién trata sus datos
privacy-purpose = Para qué
privacy-purpose-text = Para contestarle, darle cita y ponerle con una persona si la pide. No se usan para publicidad, y con ellos no se decide nada sobre usted.
privacy-basis = Con qué base legal
privacy-time = Cuánto tiempo
privacy-time-text = La conversación se borra { $minutes } minutos después de su último mensaje. El aviso a una persona, { $handoff } días después de atenderlo. El teléfono y el correo de una cita, { $contact } días después de ella. De cada conversación, llamada, cita o visita se guarda { $timeline } días de qué trató y, si dijo quién es, un resumen sin números de documento ni de teléfono. Lo que queda pendiente se reúne en un caso, con lo prometido y las notas de quien le atiende, y se guarda { $timeline } días desde su último cambio. Las preguntas que no sabemos contestar, o que entendemos mal, se guardan { $gap } días, sin datos personales, para mejorar las respuestas.
privacy-people = Quién los ve
privacy-people-text = Solo quien atiende su caso, y solo si pide hablar con una persona o tiene una cita. No se ceden a nadie más, salvo que la ley obligue.
privacy-browser = En su navegador
privacy-browser-text = No hay cookies ni se le sigue. Esta pestaña guarda la clave de su conversación y lo que está escribiendo, hasta que la cierra; el navegador, el tamaño de la letra y si quiere lectura en voz alta.
privacy-rights = Sus derechos
privacy-rights-text = Puede pedir ver sus datos, corregirlos, borrarlos, limitar su uso y oponerse a él.
privacy-demo = Esta es una instalación de demostración: no escriba datos reales.
legal-owner = De quién es este servicio
legal-value = Qué valor tiene lo que dice
legal-value-text = Las respuestas informan y citan su fuente. No son una resolución ni reconocen un derecho. Si no coinciden con el texto oficial, vale el texto oficial.
legal-robot = Quién contesta
legal-robot-text = Contesta un programa informático, y lo dice. Puede hablar con una persona en cualquier momento; entonces verá su nombre.
legal-appointments = Las citas
legal-appointments-text = Pedir, cambiar y anular una cita es gratuito. Si no va a ir, anúlela: queda libre para otra persona.
legal-software = El programa
legal-software-text = Este servicio funciona con ISAC, un programa de código abierto: cualquiera puede leer cómo trabaja.
access-aim = Para quién
access-tested = Cómo se comprueba
access-limits = Qué falta
access-complain = Si algo no funciona
