# What stands around an answer from the articles: its sections, its limits, what is offered next.

aspect-what = Zer da?
aspect-who = Nork eska dezake?
aspect-requirements = Zer baldintza daude?
aspect-amount = Zenbat da?
aspect-deadlines = Zer epe daude?
aspect-how = Nola eskatzen da?
aspect-documents = Zer agiri behar dira?
aspect-after = Zer gertatzen da gero?
aspect-mistakes = Zein akats saihestu behar dira?
aspect-related = Zer beste izapide daude?

answer-not-decision = Nik ezin dut esan eskubiderik duzun: erakundeak erabakitzen du hori, zure eskaera aztertzen duenean. Hau informazio orokorra da.
answer-none = Ez daukat horri erantzuteko iturri egiaztaturik, eta ez dizut datu okerrik eman nahi. Pertsona batekin jar zaitzaket harremanetan.
answer-partial = Informazio honen zati bat iraungita dago, eta ez dut erakusten. Behar baduzu, pertsona batekin jarriko zaitut harremanetan.
answer-last-published = { $last } esaten dudan lekuan, argitaratutako azken zifra da: urte honetakoa, { $year }, oraindik ez da argitaratu.
answer-more = Beste ezer jakin nahi duzu gai honi buruz: { $need }?
answer-more-book = Beste ezer jakin nahi duzu, edo hitzordu bat bilatzea nahi duzu?
answer-own-case = Hemendik ezin dut zure espedientea ikusi. Hau egin dezakezu kontsultatzeko.
answer-own-amount = Hemendik ezin dut zure kasua ikusi, ezta kalkulatu ere. Hau informazio orokorra da.
answer-other-matter = Horri buruz oraindik ez daukat informazio egiaztaturik. Pertsona batekin jar zaitzaket harremanetan, edo hitzordu bat bilatu.
answer-for-other = Pertsona horrentzat, informazio orokorra hau da.
answer-conditions = Esan didazunaren arabera ({ $conditions }), hau da jakin behar duzuna.
answer-conditions-none = Kasu horretarako ({ $conditions }) ez daukat bestelako araurik: hau da informazio orokorra.
answer-missing = Horri buruz zehazki ez daukat informazio egiaztaturik. Hau da esan diezazukedana.
answer-no-more = Horri buruz ez daukat informazio egiaztatu gehiago, eta ez dizut gauza bera errepikatu nahi.
answer-again = Lehen esan dizudan bezala:
answer-noted = Kontuan hartuko dut: { $conditions }. Zer gehiago jakin nahi duzu?
answer-unsure = Ez nago ziur hori den galdetzen duzuna. Gai honi buruz dakidana da hau: { $need }.
answer-which = Hori al da, ala beste hauetako bat? Bestela, esan beste hitz batzuekin.
answer-nearest = Ez nago ziur ondo ulertu zaitudan. Hau da dakidan hurbilekoena.
answer-said = Agian ez zara esan berri dizudanaz galdetzen ari. Beste hauetako bat al da? Bestela, esan beste hitz batzuekin.
answer-apart = Galdetu duzun beste gauza ez dut ondo ulertu: galde iezadazu aparte, mesedez.
answer-about = Gai honi buruz ({ $need }):
answer-of-another = { $need }: { $question }
answer-as-of = Gaur egun hau balitz bezala erantzungo dizut: { $date }.
answer-as-of-part = Gainerakoaz ez daukat egun horretarako datu egiaztaturik.
answer-as-of-none = Ez daukat datu egiaztaturik egun honetarako: { $date }. Gaur zer balio duen esan diezazuket, edo pertsona batekin harremanetan jarri.

need-understood = Honi buruz galdetu didazu: { $need }.
handled-by = Horren arduraduna: { $body }.
official-page = Oraindik ez daukat gai honen xehetasun egiaztaturik. Hemen duzu haren orri ofiziala: { $link }

offer-book = Hitzordu bat bilatzea nahi duzu?
offer-person = Pertsona batekin hitz egin nahi duzu?

not-decision = Nik ezin dut esan eskubiderik duzun: erakundeak erabakitzen du hori, zure eskaera aztertzen duenean.
not-own-case = Hemendik ezin dut zure espedientea ikusi, ezta zure kasua kalkulatu ere.

document-found = Ez dago nire artikuluetan. Dokumentu honek dio: «{ $title }».
document-language = Beste hizkuntza batean dago ({ $autonym }): dagoen bezala kopiatzen dizut.

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
reply-how-computed = Nola atera da kontu hori?
sum-without = Datu hori gabe ezin dizut kontua egin. Aurkitzen baduzu, esan eta egingo dizut.
sum-of-option =
    { $option }:
    { $text }
sum-yes = Bai. { $text }
sum-go-on = Jarrai dezagun zure kalkuluarekin. { $question }
