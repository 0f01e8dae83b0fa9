# What people tell of themselves (conditions.yaml), said back to them.

condition-work-self_employed = norberaren konturako lana
condition-work-employee = besteren konturako lana
condition-work-domestic = etxeko lana
condition-work-sea = itsasoko lana
condition-work-civil_servant = funtzionarioa

condition-ask-territory = Zein probintziatan bizi zara? Batzuetan beste administrazio batek kudeatzen du.
condition-ask-work = Kasu hauetako zeinetan zaude?
condition-age = { $number } urte
condition-contributed = { $time } kotizatuta
condition-disability = desgaitasuna: % { $number }
condition-children = { $number ->
    [one] seme edo alaba bat ({ $number })
   *[other] { $number } seme-alaba
}
condition-territory = { $place }
