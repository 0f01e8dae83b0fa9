# Words that the pages of the staff share.

staff-token = Clave do persoal
staff-token-hint = Facilítaa quen administra o servizo. Gárdase só nesta lapela.
staff-bad-key = A clave do persoal non é válida ou caducou. Escriba outra, por favor.
staff-enter = Entrar
staff-leave = Saír
staff-loading = Cargando…
staff-lost = Non hai conexión co servizo.
staff-pages = Páxinas do persoal
staff-to-calls = Chamadas
staff-to-gaps = Preguntas sen resposta
