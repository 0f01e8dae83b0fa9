# Words that the pages of the staff share.

staff-token = Clau del personal
staff-token-hint = La facilita qui administra el servei. Només es desa en aquesta pestanya.
staff-bad-key = La clau del personal no és vàlida o ha caducat. Escrigui'n una altra, si us plau.
staff-enter = Entra
staff-leave = Surt
staff-loading = S'està carregant…
staff-lost = No hi ha connexió amb el servei.
staff-pages = Pàgines del personal
staff-to-calls = Trucades
staff-to-gaps = Preguntes sense resposta
