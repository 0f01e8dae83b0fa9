# The copilot: what an agent can do next, and why nothing is suggested. Read by the agent.

copilot-action-book = Hitzordua bilatu: { $need }
copilot-action-change = Hitzordua aldatu
copilot-action-cancel = Hitzordua bertan behera utzi
copilot-action-send_link = Esteka bidali: { $need }
copilot-action-calculate = Kontua egin: { $need }
copilot-action-transfer = Gaia daraman unitatera pasatu: { $need }
copilot-action-refer = Nork daraman esan: { $need }
copilot-silent-nothing_asked = Ez da ezer galdetu.
copilot-silent-own_file = Espedientearen araberakoa da.
copilot-silent-elsewhere = Beste erakunde batek darama.
copilot-silent-unclear = Ez dago argi zer galdetzen duen.
copilot-silent-unknown = Ez dago egiaztatutako ezer honi buruz.
copilot-silent-unsure = Ezerk ez du ziur erantzuten.
copilot-silent-danger = Arriskua egon daiteke: lehenik pertsonari lagundu.
