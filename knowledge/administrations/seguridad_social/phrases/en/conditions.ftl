# What people tell of themselves (conditions.yaml), said back to them.

condition-work-self_employed = self-employed
condition-work-employee = employee
condition-work-domestic = domestic work
condition-work-sea = work at sea
condition-work-civil_servant = civil servant
