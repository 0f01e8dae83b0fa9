# What an agent is told of what was just said.

alert-danger = Esta persoa pode estar en perigo: siga falando con ela e avise os servizos de emerxencia.
alert-promise = Prometeuse algo sen data: diga que día ou en que prazo.
