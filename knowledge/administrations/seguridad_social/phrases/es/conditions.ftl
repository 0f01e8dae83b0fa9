# What people tell of themselves (conditions.yaml), said back to them.

condition-work-self_employed = trabajo por cuenta propia
condition-work-employee = trabajo por cuenta ajena
condition-work-domestic = empleo de hogar
condition-work-sea = trabajo en el mar
condition-work-civil_servant = personal funcionario

condition-ask-territory = ¿En qué provincia vive? En algunas lo lleva otra administración.
condition-ask-work = ¿En cuál de estos casos está?
condition-age = { $number } años de edad
condition-contributed = { $time } de cotización
condition-disability = discapacidad del { $number } %
condition-children = { $number ->
    [one] { $number } hijo
   *[other] { $number } hijos
}
condition-territory = { $place }
