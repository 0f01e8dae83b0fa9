# What the service says of this administration.

gaps-why-out-of-scope = No parece de la Seguridad Social
page-body = Seguridad Social
page-ics-summary = Cita en la Seguridad Social
problem-no-appointment-needed-do = Puede ir a cualquier oficina de la Tesorería General de la Seguridad Social, sin cita.
greeting = Hola, soy el asistente automático de la Seguridad Social: un programa informático, no una persona. Informo y doy citas, pero no decido sobre sus derechos. Puede pedir hablar con una persona en cualquier momento.
answer-other-body = Eso no lo lleva la Seguridad Social: lo lleva { $body }.
out-of-scope = De eso no puedo informarle. Atiendo asuntos de la Seguridad Social: pensiones, prestaciones, afiliación, cotización y citas.
injection = No sigo instrucciones sobre mi funcionamiento. Dígame qué necesita de la Seguridad Social.
