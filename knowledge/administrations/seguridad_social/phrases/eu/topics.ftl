# Topics shown at the start of the citizen page, in this order: topic-<name> is what one presses, topic-<name>-ask what it asks.

topic-retirement = Erretiroa
topic-retirement-ask = Zein adinetan erretira naiteke?
topic-minimum-income = Bizitzeko gutxieneko diru-sarrera
topic-minimum-income-ask = Nork eska dezake bizitzeko gutxieneko diru-sarrera?
topic-birth = Jaiotza eta zaintza
topic-birth-ask = Zenbat aste irauten du jaiotzagatiko baimenak?
topic-sick-leave = Baja medikoa
topic-sick-leave-ask = Zenbat kobratzen da gaixotasun-bajan?
topic-work-record = Lan-bizitza
topic-work-record-ask = Nola eskatzen dut lan-bizitzaren txostena?
topic-appointment = Hitzordu bat aldatu
topic-appointment-ask = Hitzordu bat aldatu
