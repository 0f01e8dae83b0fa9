# Topics shown at the start of the citizen page, in this order: topic-<name> is what one presses, topic-<name>-ask what it asks.

topic-retirement = Jubilación
topic-retirement-ask = ¿A qué edad me puedo jubilar?
topic-minimum-income = Ingreso mínimo vital
topic-minimum-income-ask = ¿Quién puede pedir el ingreso mínimo vital?
topic-birth = Nacimiento y cuidado
topic-birth-ask = ¿Cuántas semanas dura el permiso por nacimiento?
topic-sick-leave = Baja médica
topic-sick-leave-ask = ¿Cuánto se cobra estando de baja?
topic-work-record = Vida laboral
topic-work-record-ask = ¿Cómo pido el informe de vida laboral?
topic-appointment = Cambiar una cita
topic-appointment-ask = Cambiar una cita
