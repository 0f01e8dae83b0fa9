# What people tell of themselves (conditions.yaml), said back to them.

condition-work-sea = treball en la mar

condition-ask-territory = En quina província viu? En algunes ho porta una altra administració.
condition-ask-work = En quin d'estos casos es troba?
