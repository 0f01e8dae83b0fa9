# What the service says of this administration.

gaps-why-out-of-scope = No sembla de la Seguretat Social
page-body = Seguretat Social
page-ics-summary = Cita a la Seguretat Social
problem-no-appointment-needed-do = Pot anar a qualsevol oficina de la Tresoreria General de la Seguretat Social, sense cita.
greeting = Hola, soc l'assistent automàtic de la Seguretat Social: un programa informàtic, no una persona. Informo i dono cites, però no decideixo sobre els seus drets. Pot demanar parlar amb una persona en qualsevol moment.
answer-other-body = Això no ho porta la Seguretat Social: ho porta { $body }.
out-of-scope = D'això no el puc informar. Atenc assumptes de la Seguretat Social: pensions, prestacions, afiliació, cotització i cites.
injection = No segueixo instruccions sobre el meu funcionament. Digui'm què necessita de la Seguretat Social.
