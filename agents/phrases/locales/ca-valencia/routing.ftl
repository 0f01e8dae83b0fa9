# Only what is said otherwise in the Valencian Community.

route-person-needed = D'este assumpte se n'ocupa una persona.
route-bookable = Este assumpte s'atén amb cita.
route-office-named = Ha triat esta oficina: { $office }.
route-office-in-town = Li correspon esta oficina, que està en el seu municipi: { $office }.
route-office-in-province = Li correspon esta oficina de la seua província: { $office }.
route-no-office = No hi ha cap oficina que hi atenga este assumpte.
