# Reasons of a route: why this unit, this channel and this office.

route-danger = There may be danger: { $danger }. Help is needed at once.
route-person-asked = There was a request to speak to a person.
route-person-needed = A member of staff deals with this.
route-need-unknown = It is not known yet what is needed. The general information service will help.
route-change = This is to change or cancel an existing appointment.
route-question = This is a question. It is answered with information.
route-bookable = This is dealt with by appointment.
route-place-needed = A postcode or a province is needed to choose the office.
route-office-named = This office was chosen: { $office }.
route-office-in-town = This is the office for that place, in the same town: { $office }.
route-office-in-province = This is the office for that place, in the same province: { $office }.
route-no-office = No office there deals with this.
route-closed = This office ({ $office }) is closed on { $date }.
