# What an agent is told of what was just said.

alert-danger = Pertsona hau arriskuan egon daiteke: jarraitu harekin hizketan eta abisatu larrialdi-zerbitzuei.
alert-promise = Zerbait hitzeman da, baina datarik gabe: esan zein egunetan edo zein epetan.
