# Words that the pages of the staff share.

staff-token = Clau del personal
staff-token-hint = La facilita qui administra el servei. Només es desa en aquesta pestanya.
staff-bad-key = La clau del personal no és vàlida o ha caducat. Escrigui'n una altra, si us plau.
staff-enter = Entra
staff-account = Entra amb el compte de l'organització
staff-key-instead = Entrar amb una clau
staff-ended = La seva sessió s'ha acabat.
staff-still = El que tenia escrit continua aquí.
staff-renew = Continua amb el compte de l'organització
staff-leave = Surt
staff-loading = S'està carregant…
staff-lost = No hi ha connexió amb el servei.
staff-pages = Pàgines del personal
staff-to-calls = Trucades
staff-to-gaps = Preguntes sense resposta

login-title = Entrada del personal
login-arrived = Ja és a dins
login-renewed = Pot tancar aquesta pestanya i tornar a l'anterior: allà tot continua com estava.
login-go-on = Ves a la pàgina
login-account-is = Ha entrat amb el compte
login-again = Torna-ho a provar
login-other-ways = Torna a la pàgina d'entrada
