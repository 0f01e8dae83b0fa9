# What people tell of themselves (conditions.yaml), said back to them.

condition-work-self_employed = trabajo por cuenta propia
condition-work-employee = trabajo por cuenta ajena
condition-work-domestic = empleo de hogar
condition-work-sea = trabajo en el mar
condition-work-civil_servant = personal funcionario
