# Words that the pages of the staff share.

staff-token = Clave do persoal
staff-token-hint = Facilítaa quen administra o servizo. Gárdase só nesta lapela.
staff-bad-key = A clave do persoal non é válida ou caducou. Escriba outra, por favor.
staff-enter = Entrar
staff-account = Entrar coa conta da organización
staff-key-instead = Entrar cunha clave
staff-ended = A súa sesión rematou.
staff-still = O que tiña escrito segue aquí.
staff-renew = Seguir coa conta da organización
staff-leave = Saír
staff-loading = Cargando…
staff-lost = Non hai conexión co servizo.
staff-pages = Páxinas do persoal
staff-to-calls = Chamadas
staff-to-gaps = Preguntas sen resposta

login-title = Entrada do persoal
login-arrived = Xa está dentro
login-renewed = Pode pechar esta lapela e volver á anterior: alí segue todo como estaba.
login-go-on = Ir á páxina
login-account-is = Entrou coa conta
login-again = Tentalo de novo
login-other-ways = Volver á páxina de entrada
