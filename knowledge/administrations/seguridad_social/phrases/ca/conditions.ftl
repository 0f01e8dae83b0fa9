# What people tell of themselves (conditions.yaml), said back to them.

condition-work-self_employed = treball per compte propi
condition-work-employee = treball per compte d'altri
condition-work-domestic = treball de la llar
condition-work-sea = treball al mar
condition-work-civil_servant = personal funcionari
