# The copilot: why it suggests nothing, for the agent.

copilot-nothing-asked = Ez da ezer galdetu.
copilot-own-file = Galdetzen duena haren espedientearen araberakoa da: begiratu.
copilot-unclear = Ez dago argi zer galdetzen duen: komeni da argitzea.
copilot-unknown = Egiaztatutako artikulu batek ere ez du esaten.
copilot-unsure = Aurkitutakoak erantzuten duen ez da segurua.
copilot-danger = Norbait arriskuan egon daiteke: hori lehenengo.
