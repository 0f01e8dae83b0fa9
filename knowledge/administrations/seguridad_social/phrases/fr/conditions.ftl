# What people tell of themselves (conditions.yaml), said back to them.

condition-work-self_employed = travail indépendant
condition-work-employee = travail salarié
condition-work-domestic = emploi domestique
condition-work-sea = travail en mer
condition-work-civil_servant = fonctionnaire
