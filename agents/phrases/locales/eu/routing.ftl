# Reasons of a route: why this unit, this channel and this office.

route-danger = Baliteke arriskua egotea: { $danger }. Berehalako arreta behar da.
route-person-asked = Pertsona batekin hitz egitea eskatu da.
route-person-needed = Gai honetaz pertsona bat arduratzen da.
route-need-unknown = Oraindik ez dakigu zer behar den. Informazio orokorreko zerbitzua arduratuko da.
route-change = Lehendik hartutako hitzordu bat aldatzeko edo ezeztatzeko da.
route-question = Kontsulta bat da. Informazioa emanez erantzuten zaio.
route-bookable = Gai honetarako arreta hitzorduarekin ematen da.
route-place-needed = Bulegoa aukeratzeko, posta-kodea edo probintzia behar da.
route-office-named = Bulego hau aukeratu da: { $office }.
route-office-in-town = Dagokion bulegoa udalerri berean dago: { $office }.
route-office-in-province = Dagokion bulegoa probintzia berean dago: { $office }.
route-no-office = Hor ez dago gai honetaz arduratzen den bulegorik.
route-closed = Bulego hau ({ $office }) itxita dago egun honetan: { $date }.
