# The copilot: why it suggests nothing, for the agent.

copilot-nothing-asked = Ez da ezer galdetu.
copilot-own-file = Galdetzen duena haren espedientearen araberakoa da: begiratu espedientea.
copilot-unclear = Ez dago argi zer galdetzen duen: hobe da argitzea.
copilot-unknown = Egiaztatutako artikulu batek ere ez du hori esaten.
copilot-unsure = Ez da ziurra aurkitutakoak erantzuten duenik.
copilot-danger = Norbait arriskuan egon daiteke: artatu lehenik pertsona hori.
