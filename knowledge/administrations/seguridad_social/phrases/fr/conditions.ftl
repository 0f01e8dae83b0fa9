# What people tell of themselves (conditions.yaml), said back to them.

condition-work-self_employed = travail indépendant
condition-work-employee = travail salarié
condition-work-domestic = emploi domestique
condition-work-sea = travail en mer
condition-work-civil_servant = fonctionnaire

condition-ask-territory = Dans quelle province habitez-vous ? Dans certaines, une autre administration s'en charge.
condition-ask-work = Dans lequel de ces cas êtes-vous ?
condition-age = { $number } ans
condition-contributed = { $time } de cotisation
condition-disability = handicap de { $number } %
condition-children = { $number ->
    [one] { $number } enfant
   *[other] { $number } enfants
}
condition-territory = { $place }
