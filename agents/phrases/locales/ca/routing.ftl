# Reasons of a route: why this unit, this channel and this office.

route-danger = Hi pot haver perill: { $danger }. Se l'ha d'atendre de seguida.
route-person-asked = Ha demanat parlar amb una persona.
route-person-needed = D'aquest assumpte se n'ocupa una persona.
route-need-unknown = Encara no se sap què necessita. L'atén el servei d'informació general.
route-change = És per canviar o anul·lar una cita que ja té.
route-question = És una consulta. Es respon amb informació.
route-bookable = Aquest assumpte s'atén amb cita.
route-place-needed = Per triar l'oficina cal un codi postal o una província.
route-office-named = Ha triat aquesta oficina: { $office }.
route-office-in-town = Li correspon aquesta oficina, que és al seu municipi: { $office }.
route-office-in-province = Li correspon aquesta oficina de la seva província: { $office }.
route-no-office = En aquest lloc no hi ha cap oficina que atengui aquest assumpte.
route-closed = Aquesta oficina ({ $office }) està tancada el { $date }.
