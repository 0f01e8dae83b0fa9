# Words that the pages of the staff share.

staff-token = Clé du personnel
staff-token-hint = Elle est fournie par l'administrateur du service. Elle n'est conservée que dans cet onglet.
staff-bad-key = La clé du personnel n'est pas valable ou a expiré. Veuillez en saisir une autre.
staff-enter = Entrer
staff-account = Entrer avec le compte de votre organisation
staff-key-instead = Entrer avec une clé
staff-ended = Votre session est terminée.
staff-still = Ce que vous aviez écrit est toujours là.
staff-renew = Continuer avec le compte de votre organisation
staff-leave = Sortir
staff-loading = Chargement…
staff-lost = Il n'y a pas de connexion avec le service.
staff-pages = Pages du personnel
staff-to-calls = Appels
staff-to-gaps = Questions sans réponse

login-title = Entrée du personnel
login-arrived = Vous êtes connecté
login-renewed = Vous pouvez fermer cet onglet et revenir au précédent : tout y est resté en l'état.
login-go-on = Aller à la page
login-account-is = Vous êtes entré avec le compte
login-again = Réessayer
login-other-ways = Revenir à la page d'entrée
