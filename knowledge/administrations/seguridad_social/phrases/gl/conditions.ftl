# What people tell of themselves (conditions.yaml), said back to them.

condition-work-self_employed = traballo por conta propia
condition-work-employee = traballo por conta allea
condition-work-domestic = emprego do fogar
condition-work-sea = traballo no mar
condition-work-civil_servant = persoal funcionario
