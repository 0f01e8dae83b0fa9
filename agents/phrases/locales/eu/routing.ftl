# Reasons of a route: why this unit, this channel and this office.

route-danger = Arriskua egon daiteke: { $danger }. Berehala artatu behar da.
route-person-asked = Pertsona batekin hitz egin nahi du.
route-person-needed = Gai honetaz pertsona bat arduratzen da.
route-need-unknown = Oraindik ez dakigu zer behar duen. Informazio orokorrak artatuko du.
route-change = Lehendik duen hitzordu bat aldatzeko edo ezeztatzeko da.
route-question = Kontsulta bat da. Informazioarekin erantzuten zaio.
route-bookable = Gai hau hitzorduarekin artatzen da.
route-place-needed = Bulegoa aukeratzeko, posta-kodea edo probintzia behar da.
route-office-named = Bulego hau aukeratu du: { $office }.
route-office-in-town = Bulego hau dagokio, bere udalerrian dagoena: { $office }.
route-office-in-province = Bere probintziako bulego hau dagokio: { $office }.
route-no-office = Hor ez dago gai hau artatzen duen bulegorik.
route-closed = { $office }: itxita egun honetan: { $date }.
