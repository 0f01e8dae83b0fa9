# Reasons of a route: why this unit, this channel and this office.

route-danger = There may be danger: { $danger }. Help is needed at once.
route-person-asked = A person was asked for.
route-person-needed = A member of staff deals with this.
route-need-unknown = What is needed is not known yet. General information will help.
route-change = This is to change or cancel an existing appointment.
route-question = This is a question. It is answered with information.
route-bookable = This is dealt with by appointment.
route-place-needed = To choose the office, a postcode or a province is needed.
route-office-named = This office was chosen: { $office }.
route-office-in-town = This office, in the same town, serves that place: { $office }.
route-office-in-province = This office of the province serves that place: { $office }.
route-no-office = No office there deals with this.
route-closed = { $office }: closed on { $date }.
