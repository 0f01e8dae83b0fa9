# Reasons of a route: why this unit, this channel and this office.

route-danger = Pode haber perigo: { $danger }. Cómpre darlle atención xa.
route-person-asked = Pediu falar cunha persoa.
route-person-needed = Deste asunto ocúpase unha persoa.
route-need-unknown = Aínda non se sabe que necesita. Ocúpase o servizo de información xeral.
route-change = É para cambiar ou anular unha cita que xa ten.
route-question = É unha consulta. Respóndese con información.
route-bookable = Este asunto aténdese con cita.
route-place-needed = Para elixir a oficina fai falta un código postal ou unha provincia.
route-office-named = Elixiu esta oficina: { $office }.
route-office-in-town = Correspóndelle esta oficina, que está no seu concello: { $office }.
route-office-in-province = Correspóndelle esta oficina da súa provincia: { $office }.
route-no-office = Non hai oficina que atenda este asunto aí.
route-closed = Esta oficina ({ $office }) está pechada o { $date }.
