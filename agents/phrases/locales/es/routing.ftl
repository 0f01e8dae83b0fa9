# Reasons of a route: why this unit, this channel and this office.

route-danger = Puede haber peligro: { $danger }. Hay que atenderle ya.
route-person-asked = Ha pedido hablar con una persona.
route-person-needed = De este asunto se ocupa una persona.
route-need-unknown = Todavía no se sabe qué necesita. Le atiende el servicio de información general.
route-change = Es para cambiar o anular una cita que ya tiene.
route-question = Es una consulta. Se responde con información.
route-bookable = Este asunto se atiende con cita.
route-place-needed = Para elegir la oficina hace falta un código postal o una provincia.
route-office-named = Ha elegido esta oficina: { $office }.
route-office-in-town = Le corresponde esta oficina, que está en su municipio: { $office }.
route-office-in-province = Le corresponde esta oficina de su provincia: { $office }.
route-no-office = No hay oficina que atienda este asunto ahí.
route-closed = Esta oficina ({ $office }) está cerrada el { $date }.
