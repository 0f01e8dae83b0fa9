# What people tell of themselves (conditions.yaml), said back to them.

condition-work-sea = treball en la mar
