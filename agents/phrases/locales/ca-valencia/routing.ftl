# Only what is said otherwise in the Valencian Community.

route-person-needed = D'este assumpte se n'ocupa una persona.
route-need-unknown = Encara no se sap què necessita. L'atén el servici d'informació general.
route-change = És per a canviar o anul·lar una cita que ja té.
route-bookable = Este assumpte s'atén amb cita.
route-place-needed = Per a triar l'oficina cal un codi postal o una província.
route-office-named = Ha triat esta oficina: { $office }.
route-office-in-town = Li correspon esta oficina, que està en el seu municipi: { $office }.
route-office-in-province = Li correspon esta oficina de la seua província: { $office }.
route-no-office = En eixe lloc no hi ha cap oficina que atenga este assumpte.
route-closed = Esta oficina ({ $office }) està tancada el { $date }.
