# Reasons of a route: why this unit, this channel and this office.

route-danger = Il y a peut-être un danger : { $danger }. Il faut une aide immédiate.
route-person-asked = Un conseiller a été demandé.
route-person-needed = Un conseiller s'occupe de cette question.
route-need-unknown = On ne sait pas encore quel est le besoin. Le service d'information générale s'en occupe.
route-change = Il s'agit de modifier ou d'annuler un rendez-vous existant.
route-question = C'est une question. On y répond en donnant l'information.
route-bookable = Cette démarche se fait sur rendez-vous.
route-place-needed = Pour choisir le bureau, il faut un code postal ou une province.
route-office-named = Bureau choisi : { $office }.
route-office-in-town = Le bureau compétent est dans la même commune : { $office }.
route-office-in-province = Le bureau compétent est dans la même province : { $office }.
route-no-office = Aucun bureau ne traite cette démarche à cet endroit.
route-closed = Ce bureau ({ $office }) est fermé le { $date }.
