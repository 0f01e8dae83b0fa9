# Words that the pages of the staff share.

staff-token = Clave del personal
staff-token-hint = La facilita quien administra el servicio. Se guarda solo en esta pestaña.
staff-bad-key = La clave del personal no es válida o ha caducado. Escriba otra, por favor.
staff-enter = Entrar
staff-account = Entrar con la cuenta de la organización
staff-key-instead = Entrar con una clave
staff-ended = Su sesión ha terminado.
staff-still = Lo que tenía escrito sigue aquí.
staff-renew = Seguir con la cuenta de la organización
staff-leave = Salir
staff-loading = Cargando…
staff-lost = No hay conexión con el servicio.
staff-pages = Páginas del personal
staff-to-calls = Llamadas
staff-to-gaps = Preguntas sin respuesta

login-title = Entrada del personal
login-arrived = Ya está dentro
login-renewed = Puede cerrar esta pestaña y volver a la anterior: allí sigue todo como estaba.
login-go-on = Ir a la página
login-account-is = Ha entrado con la cuenta
login-again = Intentarlo de nuevo
login-other-ways = Volver a la página de entrada
