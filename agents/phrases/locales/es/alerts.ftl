# What an agent is told of what was just said.

alert-danger = Esta persona puede estar en peligro: siga hablando con ella y avise a emergencias.
alert-promise = Se ha prometido algo sin fecha: diga qué día o en qué plazo.
