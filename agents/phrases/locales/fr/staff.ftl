# Words that the pages of the staff share.

staff-token = Clé du personnel
staff-token-hint = Elle est fournie par l'administrateur du service. Elle n'est conservée que dans cet onglet.
staff-bad-key = La clé du personnel n'est pas valable ou a expiré. Veuillez en saisir une autre.
staff-enter = Entrer
staff-leave = Sortir
staff-loading = Chargement…
staff-lost = Il n'y a pas de connexion avec le service.
staff-pages = Pages du personnel
staff-to-calls = Appels
staff-to-gaps = Questions sans réponse
