# What people tell of themselves (conditions.yaml), said back to them.

condition-work-self_employed = self-employed
condition-work-employee = employee
condition-work-domestic = domestic work
condition-work-sea = work at sea
condition-work-civil_servant = civil servant

condition-ask-territory = Which province do you live in? In some, another administration handles this.
condition-ask-work = Which of these is your case?
condition-age = { $number } years of age
condition-contributed = { $time } of contributions
condition-disability = { $number }% disability
condition-children = { $number ->
    [one] { $number } child
   *[other] { $number } children
}
condition-territory = { $place }
