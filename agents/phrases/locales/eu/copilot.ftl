# The copilot: what an agent can do next. Read by the agent.

copilot-action-book = Hitzordua bilatu: { $need }
copilot-action-change = Hitzordua aldatu
copilot-action-cancel = Hitzordua bertan behera utzi
copilot-action-send_link = Esteka bidali: { $need }
copilot-action-calculate = Kalkulua egin: { $need }
copilot-action-transfer = Gaia daraman unitatera bideratu: { $need }
copilot-action-refer = Nork daraman adierazi: { $need }
