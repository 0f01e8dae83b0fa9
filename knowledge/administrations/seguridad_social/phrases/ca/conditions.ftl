# What people tell of themselves (conditions.yaml), said back to them.

condition-work-self_employed = treball per compte propi
condition-work-employee = treball per compte d'altri
condition-work-domestic = treball de la llar
condition-work-sea = treball al mar
condition-work-civil_servant = personal funcionari

condition-ask-territory = A quina província viu? En algunes ho porta una altra administració.
condition-ask-work = En quin d'aquests casos es troba?
condition-age = { $number } anys d'edat
condition-contributed = { $time } de cotització
condition-disability = discapacitat del { $number } %
condition-children = { $number ->
    [one] { $number } fill
   *[other] { $number } fills
}
condition-territory = { $place }
