# Words that the pages of the staff share.

staff-token = Clave del personal
staff-token-hint = La facilita quien administra el servicio. Se guarda solo en esta pestaña.
staff-bad-key = La clave del personal no es válida o ha caducado. Escriba otra, por favor.
staff-enter = Entrar
staff-leave = Salir
staff-loading = Cargando…
staff-lost = No hay conexión con el servicio.
staff-pages = Páginas del personal
staff-to-calls = Llamadas
staff-to-gaps = Preguntas sin respuesta
