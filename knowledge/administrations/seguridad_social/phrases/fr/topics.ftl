# Topics shown at the start of the citizen page, in this order: topic-<name> is what one presses, topic-<name>-ask what it asks.

topic-retirement = Retraite
topic-retirement-ask = À quel âge puis-je prendre ma retraite ?
topic-minimum-income = Revenu minimum vital
topic-minimum-income-ask = Qui peut demander le revenu minimum vital ?
topic-birth = Naissance et soin
topic-birth-ask = Combien de temps dure le congé de naissance ?
topic-sick-leave = Arrêt maladie
topic-sick-leave-ask = Combien touche-t-on pendant un arrêt maladie ?
topic-work-record = Relevé de carrière
topic-work-record-ask = Comment obtenir mon relevé de carrière (vida laboral) ?
topic-appointment = Modifier un rendez-vous
topic-appointment-ask = Modifier un rendez-vous
