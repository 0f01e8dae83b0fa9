# What an agent is told of what was just said.

alert-danger = Pertsona hau arriskuan egon daiteke: jarraitu harekin hizketan eta abisatu larrialdiei.
alert-promise = Zerbait datarik gabe hitzeman da: esan zein egunetan edo zein epetan.
