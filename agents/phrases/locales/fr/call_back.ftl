# Being called back: asked, read back, promised, moved, given up.

reply-no-call = Je ne veux pas être rappelé
reply-move-call = Changer l'heure de l'appel
reply-cancel-call = Annuler l'appel
call-window = le { $date }, entre { $begins } et { $ends }
call-ask-phone = À quel numéro de téléphone faut-il vous rappeler ?
call-ask-window = Quand préférez-vous être rappelé ?
call-read-back = On vous rappellera au { $phone } { $when }. Est-ce exact ?
call-kept = C'est noté : on vous rappellera au { $phone } { $when }. Votre code est { $reference }.
call-full = Ce créneau vient d'être pris.
call-no-window = Il n'y a plus de place pour vous rappeler : je ne promets pas un appel que nous ne pouvons pas faire.
call-left = D'accord : aucun appel n'est prévu.
call-stays = L'appel prévu est maintenu.
call-none = Vous n'avez aucun appel prévu.
call-cancelled = L'appel est annulé : on ne vous rappellera pas.
call-when = On vous rappellera { $when }. Votre code est { $reference }.
call-again = Nous vous avons appelé sans obtenir de réponse. Nous vous rappellerons { $when }.
call-over = Nous vous avons appelé plusieurs fois sans obtenir de réponse. Nous ne vous rappellerons plus pour cela. Si vous avez besoin de nous, demandez un autre appel ou parlez à une personne.
