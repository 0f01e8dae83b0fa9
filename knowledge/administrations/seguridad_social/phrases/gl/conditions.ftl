# What people tell of themselves (conditions.yaml), said back to them.

condition-work-self_employed = traballo por conta propia
condition-work-employee = traballo por conta allea
condition-work-domestic = emprego do fogar
condition-work-sea = traballo no mar
condition-work-civil_servant = persoal funcionario

condition-ask-territory = En que provincia vive? Nalgunhas lévao outra administración.
condition-ask-work = En cal destes casos está?
condition-age = { $number } anos de idade
condition-contributed = { $time } de cotización
condition-disability = discapacidade do { $number } %
condition-children = { $number ->
    [one] { $number } fillo
   *[other] { $number } fillos
}
condition-territory = { $place }
