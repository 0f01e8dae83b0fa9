# Topics shown at the start of the citizen page, in this order: topic-<name> is what one presses, topic-<name>-ask what it asks.

topic-retirement = Jubilació
topic-retirement-ask = A quina edat em puc jubilar?
topic-minimum-income = Ingrés mínim vital
topic-minimum-income-ask = Qui pot demanar l'ingrés mínim vital?
topic-birth = Naixement i cura
topic-birth-ask = Quantes setmanes dura el permís per naixement?
topic-sick-leave = Baixa mèdica
topic-sick-leave-ask = Quant es cobra estant de baixa?
topic-work-record = Vida laboral
topic-work-record-ask = Com demano l'informe de vida laboral?
topic-appointment = Canviar una cita
topic-appointment-ask = Canviar una cita
