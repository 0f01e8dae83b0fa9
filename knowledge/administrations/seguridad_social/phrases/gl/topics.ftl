# Topics shown at the start of the citizen page, in this order: topic-<name> is what one presses, topic-<name>-ask what it asks.

topic-retirement = Xubilación
topic-retirement-ask = A que idade me podo xubilar?
topic-minimum-income = Ingreso mínimo vital
topic-minimum-income-ask = Quen pode pedir o ingreso mínimo vital?
topic-birth = Nacemento e coidado
topic-birth-ask = Cantas semanas dura o permiso por nacemento?
topic-sick-leave = Baixa médica
topic-sick-leave-ask = Canto se cobra por unha baixa médica?
topic-work-record = Vida laboral
topic-work-record-ask = Como pido o informe de vida laboral?
topic-appointment = Cambiar unha cita
topic-appointment-ask = Cambiar unha cita
