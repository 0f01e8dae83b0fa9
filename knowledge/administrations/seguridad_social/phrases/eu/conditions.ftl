# What people tell of themselves (conditions.yaml), said back to them.

condition-work-self_employed = norberaren konturako lana
condition-work-employee = besteren konturako lana
condition-work-domestic = etxeko lana
condition-work-sea = itsasoko lana
condition-work-civil_servant = funtzionarioa
