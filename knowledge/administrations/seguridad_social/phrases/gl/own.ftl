# What the service says of this administration.

gaps-why-out-of-scope = Non parece da Seguridade Social
page-body = Seguridade Social
page-ics-summary = Cita na Seguridade Social
problem-no-appointment-needed-do = Pode ir a calquera oficina da Tesourería Xeral da Seguridade Social, sen cita.
greeting = Ola, son o asistente automático da Seguridade Social: un programa informático, non unha persoa. Informo e dou citas, pero non decido sobre os seus dereitos. Pode pedir falar cunha persoa en calquera momento.
answer-other-body = Iso non o leva a Seguridade Social: lévao { $body }.
out-of-scope = Diso non o podo informar. Atendo asuntos da Seguridade Social: pensións, prestacións, afiliación, cotización e citas.
injection = Non sigo instrucións sobre o meu funcionamento. Dígame que necesita da Seguridade Social.
