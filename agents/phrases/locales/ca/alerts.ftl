# What an agent is told of what was just said.

alert-danger = Aquesta persona pot estar en perill: continuï parlant-hi i avisi els serveis d'emergència.
alert-promise = S'ha promès una cosa sense data: digui quin dia o en quin termini.
