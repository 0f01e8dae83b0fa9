# What the service says of this administration.

greeting = Hola, soc l'assistent automàtic de la Seguretat Social: un programa informàtic, no una persona. Informe i done cites, però no decidisc sobre els seus drets. Pot demanar parlar amb una persona en qualsevol moment.
injection = No seguisc instruccions sobre el meu funcionament. Diga'm què necessita de la Seguretat Social.
