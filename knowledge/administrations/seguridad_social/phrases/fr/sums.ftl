# Sums with what a person tells: questions, results, steps, limits.

sum-ask-born = Quel jour êtes-vous né ou née ?
sum-ask-contributed = Combien de temps avez-vous cotisé jusqu'à aujourd'hui, en années et mois ?
sum-ask-until = Ce temps est-il celui cotisé à ce jour ou celui que vous aurez au départ ?
sum-ask-abroad = Combien de temps avez-vous cotisé dans d'autres pays, en années et mois ?
sum-ask-still-working = Continuez-vous à travailler et à cotiser ?
sum-ask-leaving = Quel jour voulez-vous partir à la retraite ?
sum-ask-ahead = Combien de temps avant votre âge ordinaire voulez-vous partir à la retraite, en années et mois ?
sum-ask-pension-base = Quelle est votre base de calcul (base reguladora) par mois ?
sum-ask-ending = Partez-vous à la retraite par choix ou parce que vous avez perdu votre emploi sans le vouloir ?
sum-ask-spouse = Êtes-vous sans conjoint, avec un conjoint à charge ou avec un conjoint qui a ses propres revenus ?
sum-ask-monthly-base = Quelle a été, à peu près, votre base de cotisation par mois ces 25 dernières années ?
sum-ask-delay = Combien de temps après votre âge ordinaire partiriez-vous, en années et mois ?
sum-ask-sick-base = Quelle était votre base de cotisation du mois précédant l'arrêt ? Elle figure sur la fiche de paie.
sum-ask-wage = Combien touchez-vous par mois, en brut ?
sum-ask-other-job = Combien est-ce dans l'autre emploi, par mois ?
sum-ask-payments = En combien de versements par an touchez-vous ce salaire ?
sum-ask-cause = L'arrêt est-il dû à une maladie ordinaire ou à un accident hors du travail, ou à un accident du travail ou une maladie professionnelle ?
sum-ask-days = Combien de jours dure l'arrêt ?
sum-ask-first-day = Quel jour l'arrêt a-t-il commencé ?
sum-ask-last-day = Quel est le dernier jour de l'arrêt ?
sum-ask-from-day = À partir de quel jour de l'arrêt faut-il compter ?
sum-ask-month = Quel mois voulez-vous que je calcule ?
sum-ask-regime = Travaillez-vous comme salarié, à votre compte ou comme employé de maison ?
sum-ask-income = Combien gagnez-vous par mois en moyenne, une fois ôtés les frais et la déduction pour frais généraux ?
sum-ask-revenue = Combien facturez-vous par mois, sans la TVA ?
sum-ask-expenses = Combien dépensez-vous par mois pour votre activité, sans la TVA ?
sum-ask-household-pay = Quel est le salaire mensuel de la personne employée, versements supplémentaires (pagas extra) compris ?
sum-ask-contract = Le contrat est-il à durée indéterminée ou temporaire ?
sum-ask-how-many-children = Combien d'enfants avez-vous eus ou adoptés ?
sum-ask-own-pension = Quelle pension touchez-vous, ou allez-vous toucher, par mois ?
sum-ask-incapacity-base = Quelle est votre base de calcul par mois ? Elle est dans la décision de l'INSS, ou l'INSS vous la donne.
sum-ask-degree = Quel degré d'invalidité avez-vous, ou pensez-vous qu'on vous donnerait ?
sum-ask-deduction = Avez-vous déjà ôté la déduction pour frais généraux ? Sinon, travaillez-vous à votre compte ou par une société ?
sum-ask-flat-rate = Avez-vous le forfait réduit (tarifa plana) ?
sum-ask-after-contract = Votre contrat a-t-il pris fin pendant l'arrêt ?
sum-ask-deceased-base = Quelle était la base de calcul par mois de la personne décédée ?
sum-ask-deceased-pension = Quelle pension par mois touchait la personne décédée ?
sum-ask-case = Avez-vous 65 ans ou plus sans autre revenu, des enfants à charge et peu de revenus, ou ni l'un ni l'autre ?
sum-ask-child-birth = Quel jour le bébé est-il né ou doit-il naître ?
sum-ask-babies = Combien de bébés y a-t-il ?
sum-ask-parents = Y a-t-il deux parents ou un seul ?
sum-ask-birth-base = Quelle est votre base de cotisation par mois ? Elle figure sur la fiche de paie.
sum-ask-kind = Que voulez-vous présenter : une réclamation préalable, une demande en justice, des observations ou un recours hiérarchique ?
sum-ask-notified = Quel jour avez-vous reçu la notification ?
sum-ask-province = Dans quelle province habitez-vous ?

sum-option-yes = Oui
sum-option-no = Non
sum-option-until-today = Ce que j'ai cotisé à ce jour
sum-option-until-end = Ce que j'aurai au départ
sum-option-ending-voluntary = Par choix
sum-option-ending-involuntary = J'ai perdu mon emploi
sum-option-spouse-alone = Sans conjoint
sum-option-spouse-dependent-spouse = Conjoint à charge
sum-option-spouse-other-spouse = Conjoint avec des revenus
sum-option-cause-common = Maladie ordinaire ou accident hors du travail
sum-option-cause-work = Accident du travail ou maladie professionnelle
sum-option-regime-employee = Salarié
sum-option-regime-self-employed = À mon compte
sum-option-regime-household = Employé de maison
sum-option-deduction-done = Déjà ôtée
sum-option-deduction-general = Non, je travaille à mon compte
sum-option-deduction-company = Non, j'ai une société
sum-option-case-general = Ni l'un ni l'autre
sum-option-case-older = 65 ans ou plus sans autre revenu
sum-option-case-dependants = Enfants à charge et peu de revenus
sum-option-parents-two = Deux
sum-option-parents-single = Un seul
sum-option-kind-prior-claim = Réclamation préalable
sum-option-kind-discharge-claim = Réclamation contre une fin d'arrêt maladie
sum-option-kind-lawsuit = Demande en justice
sum-option-kind-discharge-lawsuit = Demande en justice contre une fin d'arrêt maladie
sum-option-kind-allegations-10 = Observations sous 10 jours
sum-option-kind-allegations-15 = Observations sous 15 jours
sum-option-kind-appeal = Recours hiérarchique (alzada)
sum-option-kind-decision = Une décision de l'INSS, je n'en sais pas plus
sum-option-contract-permanent = À durée indéterminée
sum-option-contract-temporary = Temporaire
sum-option-degree-partial = Partielle
sum-option-degree-total = Totale
sum-option-degree-qualified = Totale avec majoration (55 ans ou plus)
sum-option-degree-absolute = Absolue
sum-option-degree-severe = Grande invalidité

sum-refused-not-a-number = Il me faut un montant en chiffres.
sum-refused-negative = Ce montant ne peut pas être inférieur à zéro.
sum-refused-too-much = Ce montant est trop élevé. Pouvez-vous le vérifier ?
sum-refused-too-little = Ce montant est trop bas. Pouvez-vous le vérifier ?
sum-refused-not-whole = Il me faut un nombre entier.
sum-refused-not-a-date = Il me faut une date avec le jour, le mois et l'année.
sum-refused-no-such-day = Ce jour n'existe pas. Pouvez-vous le vérifier ?
sum-refused-future = Cette date n'est pas encore arrivée. Pouvez-vous la vérifier ?
sum-refused-past = Cette date est passée. Donnez-m'en une à partir d'aujourd'hui.
sum-refused-too-far = Cette date est trop éloignée. Pouvez-vous la vérifier ?
sum-refused-too-old = Avec cette date, vous auriez plus de 120 ans. Pouvez-vous la vérifier ?
sum-refused-not-a-duration = Il me faut la durée en années et mois.
sum-refused-too-long = Cela fait trop d'années de cotisation. Pouvez-vous les vérifier ?
sum-refused-more-than-life = À votre âge, vous ne pouvez pas avoir cotisé si longtemps. Pouvez-vous vérifier ?
sum-refused-not-an-option = Je n'ai pas compris laquelle des possibilités est la vôtre.
sum-refused-order = Le dernier jour est avant le premier. Pouvez-vous les vérifier ?
sum-refused-unknown = Cette donnée n'est pas nécessaire pour ce calcul.

sum-official-benefits = C'est indicatif : l'INSS décide.
sum-official-contributions = C'est indicatif : la Trésorerie générale de la Sécurité sociale décide.
sum-limit-last-published = Les chiffres sont ceux de { $year } : les nouveaux ne sont pas encore publiés.

sum-retirement-date-result = Vous pourriez partir à la retraite à { $age }, { $date_on }, { $why }. { $early }
sum-retirement-date-reached-long = Vous avez déjà l'âge ordinaire : vous l'avez atteint { $date_on }, à { $age }, avec au moins { $needed } de cotisation.
sum-retirement-date-reached-short = Vous avez déjà l'âge ordinaire : vous l'avez atteint { $date_on }, à { $age }, avec moins de { $needed } de cotisation.
sum-retirement-date-years-later = Vous pourriez partir à la retraite { $date_on } : à { $age }, vous n'auriez pas encore les { $needed } de cotisation nécessaires.
sum-retirement-date-past = Vous avez atteint l'âge ordinaire de la retraite il y a des années.
sum-retirement-too-few = Avec { $have } de cotisation, vous n'atteignez pas le minimum de { $needed } pour la pension de retraite.
sum-retirement-why-long = car vous aurez au moins { $needed } de cotisation
sum-retirement-why-short = car vous aurez moins de { $needed } de cotisation
sum-retirement-early = Par choix et avec une pension plus basse, { $date_from }.
sum-retirement-early-now = Par choix et avec une pension plus basse, dès maintenant.
sum-retirement-early-involuntary = Après la perte de votre emploi et avec une pension plus basse, { $date_from }.
sum-retirement-early-now-involuntary = Après la perte de votre emploi et avec une pension plus basse, dès maintenant.
sum-retirement-no-early = Partir plus tôt par choix ne serait pas possible : il faut { $needed } de cotisation.
sum-retirement-no-early-involuntary = Partir plus tôt après la perte de votre emploi ne serait pas possible : il faut { $needed } de cotisation.

sum-early-result-amount = Si vous partez { $date_on }, { $months } plus tôt, la pension baisse de { $percent } : avec une base de { $base }, vous toucheriez { $amount } par mois en { $payments } versements par an.
sum-early-result-capped = Si vous partez { $date_on }, { $months } plus tôt, on ôte { $percent } de la pension maximale, { $highest } : vous toucheriez { $amount } par mois en { $payments } versements par an.
sum-early-result-share = Si vous partez { $date_on }, { $months } avant votre âge ordinaire, la pension baisse de { $percent } : vous toucheriez { $net } de votre base de calcul.
sum-early-abroad = Si vous partez { $date_on }, { $months } avant votre âge ordinaire, la pension baisse de { $percent }. L'Espagne ne paie que la part espagnole, environ { $part } : l'INSS fait ce calcul.
sum-early-reached = Ce jour-là, vous auriez déjà l'âge ordinaire, donc il n'y a pas de réduction : vous auriez droit à { $percent } de votre base de calcul.
sum-early-too-few = Vous ne pourriez pas partir plus tôt { $date_on } : vous auriez { $have } de cotisation et il en faut { $needed }.
sum-early-never = Vous ne pourriez pas avancer la retraite : à votre âge ordinaire, { $date_on }, vous auriez { $have } de cotisation, et il en faut { $needed } avant.
sum-early-too-young = Ce jour est trop tôt : on peut avancer la retraite de { $months } au plus. Le premier jour possible : { $date }.
sum-early-below = Ce ne serait pas possible : la pension serait de { $amount } par mois et doit dépasser la pension minimale, { $minimum }.

sum-retirement-amount-result = Avec { $contributed } de cotisation, vous touchez { $percent } de votre base de calcul : avec { $base }, soit { $amount } par mois en { $payments } versements par an.
sum-abroad-share = Avec { $contributed } en tout, vous auriez { $percent } de la base de calcul, mais l'Espagne ne paie que la part espagnole, environ { $part } de cette pension : l'INSS fait le calcul exact.
sum-abroad-on-share = Si vous partez { $date_on }, à { $age } et avec { $contributed } en tout, ce serait { $percent } de la base ; l'Espagne ne paie que la part espagnole, environ { $part } : l'INSS la calcule.
sum-abroad-late-share = Si vous partez { $date_on }, à { $age }, ce serait { $percent } de la base ({ $extra } pour { $delay } de report) ; l'Espagne ne paie que la part espagnole, environ { $part } : l'INSS la calcule.
sum-retirement-on-result = Si vous partez { $date_on }, à { $age } et avec { $contributed } de cotisation, vous touchez { $percent } de votre base de calcul : avec { $base }, { $amount } par mois en { $payments } versements.
sum-retirement-then = Vous pourriez partir { $date_on }, à { $age }, avec { $contributed } de cotisation : { $percent } de votre base de calcul de { $base }, { $amount } par mois en { $payments } versements par an.
sum-retirement-late-result = Si vous partez { $date_on }, à { $age }, vous touchez { $percent } de votre base de calcul ({ $extra } pour { $delay } de report) : avec { $base }, { $amount } par mois en { $payments } versements.

sum-sick-pay-result = Avec une base de { $base }, vous toucheriez environ { $total } : { $parts }.
sum-sick-pay-part = du jour { $first } au jour { $last }, { $daily } par jour ({ $percent })
sum-sick-pay-part-from = à partir du jour { $first }, { $daily } par jour ({ $percent })
sum-sick-pay-daily = Avec une base de { $base } : { $parts }. Les premiers { $days } : environ { $month }. Dites-moi la durée de l'arrêt.
sum-sick-pay-part-day = le jour { $first }, { $daily } ({ $percent })
sum-sick-pay-nothing-common = Ces jours ne sont pas indemnisés : pour une maladie ordinaire ou un accident hors du travail, on paie à partir du quatrième jour d'arrêt.
sum-sick-pay-nothing-work = Ce jour n'est pas indemnisé : pour un accident du travail ou une maladie professionnelle, on paie à partir du lendemain du début de l'arrêt.
sum-sick-pay-ended = Après le contrat, un arrêt pour maladie ordinaire est payé comme le chômage : avec une base moyenne de { $base }, { $first } par mois les premiers { $days } ({ $first_percent }), puis { $later } ({ $later_percent }), sans dépasser le maximum du chômage.

sum-quota-result = Avec { $income } nets par mois, vous paieriez au moins { $quota } par mois : { $rate } de la base minimale de votre tranche, { $base }.
sum-quota-result-deducted = Sur { $before } par mois, il reste { $income } après déduction de { $off } pour frais généraux : vous paieriez au moins { $quota } par mois, { $rate } de la base minimale de votre tranche, { $base }.
sum-quota-flat = Avec le forfait réduit, vous ne paieriez pas les { $quota } de votre tranche mais la cotisation réduite. Jusqu'en 2025, elle était de { $flat } par mois ; confirmez celle de cette année auprès de la Trésorerie.
sum-household-result = Avec un salaire de { $pay } par mois, versements supplémentaires compris, la base est de { $base } et la cotisation de { $total } par mois, avec les réductions générales : { $employer } pour l'employeur et { $worker } retenus sur le salaire.

sum-widow-result-base = La pension de réversion serait de { $percent } de la base de calcul : avec { $base }, { $amount } par mois en { $payments } versements par an.
sum-widow-result-dependants = En général, la réversion est de { $general_percent } de la base de calcul : avec { $base }, { $general_amount } par mois en { $payments } versements. Avec des enfants à charge, peu de revenus et la pension comme revenu principal, { $percent } : { $amount }.
sum-widow-result-pension = Si la base de calcul était égale à la pension, { $base }, la réversion serait de { $percent } : { $amount } par mois en { $payments } versements par an.
sum-orphan-result-base = Chaque enfant toucherait comme orphelin { $percent } de la base de calcul : avec { $base }, { $amount } par mois en { $payments } versements par an.
sum-orphan-result-pension = Si la base de calcul était égale à la pension, { $base }, chaque enfant toucherait comme orphelin { $percent } : { $amount } par mois en { $payments } versements par an.
sum-complement-one = Pour un enfant, le complément serait de { $amount } par mois, en { $payments } versements par an.
sum-complement-many = Pour { $children } enfants, le complément serait de { $amount } par mois, { $each } pour chacun, en { $payments } versements par an.
sum-complement-most = Pour { $children } enfants, le complément serait de { $amount } par mois, en { $payments } versements par an : { $each } pour chacun, et on en compte { $counts } au plus.
sum-complement-total = { $complement } Avec la pension de { $pension }, { $total } par mois en tout.
sum-incapacity-partial = L'invalidité partielle est un versement unique de { $times } mensualités : avec une base de { $base }, { $amount }.
sum-incapacity-total = L'invalidité totale est de { $percent } de la base de calcul : avec { $base }, vous toucheriez { $amount } par mois en { $payments } versements par an. Dès { $age }, elle peut augmenter.
sum-incapacity-qualified = L'invalidité totale avec la majoration d'âge est de { $percent } de la base de calcul : avec { $base }, vous toucheriez { $amount } par mois en { $payments } versements par an.
sum-incapacity-absolute = L'invalidité absolue est de { $percent } de la base de calcul : avec { $base }, vous toucheriez { $amount } par mois en { $payments } versements par an.
sum-incapacity-severe = La grande invalidité est de { $percent } de la base de calcul, plus un complément pour la personne qui vous aide, que je n'ai pas calculé : avec { $base }, { $amount } par mois en { $payments } versements par an.

sum-birth-result = Vous avez { $weeks } : { $once } de suite dès la naissance ({ $until_until }), { $flexible } jusqu'aux { $months } du bébé et { $later } jusqu'à ses { $years }. { $paid }
sum-birth-weeks = Vous avez { $weeks } : { $once } de suite dès la naissance ({ $until_until }), { $flexible } jusqu'aux { $months } du bébé et { $later } jusqu'à ses { $years }.
sum-birth-paid = Vous toucheriez { $daily } par jour : { $month } en { $days }.
sum-birth-paid-all = Vous toucheriez { $daily } par jour, { $month } en { $days } et { $total } au total.
sum-birth-before = Pour les naissances avant le { $date }, je ne peux pas faire le calcul : la durée du congé était différente.

sum-deadline-working-days = Vous avez { $date_until } : { $count } jours ouvrés à partir du lendemain de la notification, sans samedis, dimanches ni jours fériés.
sum-deadline-months = Vous avez { $date_until } : un mois à partir de la notification, ou le jour ouvré suivant.
sum-deadline-over-working-days = Le délai de { $count } jours ouvrés aurait pris fin { $date_on }. Vérifiez votre lettre ou parlez à une personne au plus vite.
sum-deadline-over-months = Le délai d'un mois aurait pris fin { $date_on }. Vérifiez votre lettre ou parlez à une personne au plus vite.
sum-deadline-day = { $date }

sum-step-ordinary-age = En { $year } : { $long } avec { $needed } de cotisation ou plus ; { $age } avec moins.
sum-step-contributed = Cotisation { $date_until } : { $have }.
sum-step-minimum-years = Minimum pour la pension : { $needed } de cotisation.
sum-step-early-voluntary = Par choix : { $months } plus tôt au maximum, avec { $needed } de cotisation.
sum-step-early-involuntary = Après la perte de l'emploi : { $months } plus tôt au maximum, avec { $needed } de cotisation.
sum-step-early-years = Cotisation exigée pour partir plus tôt : { $needed }.
sum-step-early-months = On peut avancer la retraite au maximum de { $months }.
sum-step-early-ahead = Du { $date } au { $ordinary }, votre âge ordinaire : { $months }, le mois commencé compté entier.
sum-step-early-reduction = Réduction pour { $months } avec { $contributed } de cotisation : { $percent }.
sum-step-early-minimum = La pension doit dépasser la pension minimale à { $age } : { $minimum } par mois.
sum-step-pension-percent = Pourcentage pour { $contributed } de cotisation : { $percent }.
sum-step-pension-gross = { $base } × { $percent } = { $amount }.
sum-step-pension-highest = Pension maximale : { $highest } par mois.
sum-step-pension-highest-cut = La pension maximale, réduite de { $percent } : { $highest } par mois.
sum-step-pension-net = { $amount } moins { $percent } = { $net }.
sum-step-pension-base = { $monthly } × { $months } / { $divisor } = { $base } de base de calcul.
sum-step-pension-delay = Pour un départ { $delay } plus tard : { $percent } de plus.
sum-step-base-day = { $base } / { $days } = { $daily } par jour.
sum-step-base-highest = La base de { $base } compte comme la base maximale : { $highest }.
sum-step-jobs = { $first } + { $other } = { $total }.
sum-step-sick-nobody = Du jour { $first } au jour { $last } : pas d'indemnité.
sum-step-sick-nobody-day = Jour { $first } : pas d'indemnité.
sum-step-sick-wage-day = Jour { $first } : l'employeur paie le salaire entier.
sum-step-sick-ended-first = Depuis la fin du contrat, les premiers { $days } : { $base } × { $percent } = { $amount } par mois.
sum-step-sick-ended-later = Ensuite : { $base } × { $percent } = { $amount } par mois.
sum-step-sick-paid = Du jour { $first } au jour { $last } : { $percent }, { $daily } par jour, { $amount }. { $payer }
sum-step-sick-paid-day = Jour { $first } : { $percent }, { $daily }, { $amount } en tout. { $payer }
sum-payer-employer = L'employeur paie.
sum-payer-fund = L'INSS ou la mutua (organisme collaborateur de la Sécurité sociale) paie ; l'employeur vous verse la somme.
sum-payer-fund-direct = L'INSS ou la mutua (organisme collaborateur de la Sécurité sociale) vous paie directement.
sum-payer-mutual = La mutua (organisme collaborateur de la Sécurité sociale) vous paie.
sum-step-quota-deduction = { $before } moins { $percent } de frais généraux = { $income }.
sum-step-quota-band-reduced = Tranche { $band } du tableau réduit : base de { $lowest } à { $highest }.
sum-step-quota-band-general = Tranche { $band } du tableau général : base de { $lowest } à { $highest }.
sum-step-quota = { $base } × { $rate } = { $quota }.
sum-step-quota-flat = Cotisation réduite de 2023 à 2025 : { $flat } par mois.
sum-step-household-band = Tranche { $band } du tableau : base de { $base }.
sum-step-household-common = Risques communs : { $employer } pour l'employeur et { $worker } pour la personne employée.
sum-step-household-equity = Mécanisme d'équité (MEI) : { $employer } et { $worker }.
sum-step-household-accident = Accidents du travail : { $percent }, l'employeur.
sum-step-household-unemployment = Chômage : { $employer } et { $worker }.
sum-step-household-guarantee = FOGASA : { $percent }, l'employeur.
sum-step-household-discounts = Réductions sur la part de l'employeur : { $reduction } pour les risques communs et { $bonus } pour le chômage et le FOGASA.
sum-step-widow = { $base } × { $percent } = { $amount }.
sum-step-complement = { $counts } × { $each } = { $amount }.
sum-step-complement-most = On compte { $most } enfants au plus.
sum-step-incapacity = { $base } × { $percent } = { $amount }.
sum-step-incapacity-partial = { $base } × { $times } = { $amount }.
sum-step-birth-weeks = { $weeks } : { $once } obligatoires { $until_until } ; { $flexible } { $flexible_until_until } ({ $months }) ; { $later } { $later_until_until } ({ $years }).
sum-step-birth-pay = { $base } / { $days } × { $percent } = { $daily } par jour.
sum-step-deadline-working-days = { $count } jours ouvrés : { $date_until }.
sum-step-deadline-months = { $count } mois : { $date_until }.
sum-step-deadline-skipped = Jours fériés qui ne comptent pas : { $days }.

sum-assumed-working = J'ai supposé que vous continuerez à cotiser jusque-là.
sum-assumed-abroad = J'ai ajouté { $abroad } d'autres pays : s'ils sont de l'Union européenne ou liés à l'Espagne par une convention, ils comptent pour l'âge et les années, mais l'Espagne ne paie que la part espagnole.
sum-assumed-voluntary = J'ai supposé que vous partez par choix.
sum-assumed-earliest = J'ai pris le premier jour possible : { $date }.
sum-assumed-day = Comme je ne connais pas le jour, j'ai pris le premier de ce mois : { $date }.
sum-assumed-ordinary-age = J'ai supposé que vous partez à votre âge ordinaire.
sum-assumed-employee = J'ai supposé que vous êtes salarié.
sum-assumed-birth-today = J'ai fait le calcul comme si le bébé naissait aujourd'hui, avec les règles et les chiffres de cette année : pour savoir combien dure le congé et jusqu'à quand, dites-moi le jour de la naissance.
sum-assumed-wage = J'ai pris votre salaire comme base : celle de la fiche de paie est souvent un peu plus élevée, car elle contient la part des versements supplémentaires (pagas extra).
sum-assumed-jobs = J'ai additionné les bases de vos deux emplois : { $first } et { $other }, soit { $total } par mois. Elles ne s'additionnent que si vous êtes salarié dans les deux.
sum-assumed-activities = J'ai additionné ce que vous gagnez avec vos deux activités : { $first } et { $other }, soit { $total } par mois.
sum-assumed-payments = J'ai réparti { $payments } versements de { $amount } sur les douze mois de l'année : { $month } par mois.
sum-assumed-household-base = J'ai pris la base de la tranche de votre salaire, { $base }.
sum-assumed-flat-base = Avec le forfait réduit (tarifa plana), l'arrêt se calcule sur la base minimale, { $base }, quels que soient vos revenus.
sum-assumed-two-parents = J'ai compté deux parents : s'il n'y en a qu'un, il y a plus de semaines.
sum-assumed-base = J'ai pris ce montant comme base de calcul (base reguladora), une moyenne de nombreuses années : avec la base d'un seul mois, le calcul change.
sum-assumed-average-base = J'ai pris ce montant comme base de calcul (base reguladora), une moyenne de plusieurs années : avec un salaire ou la base d'un seul mois, le calcul change.
sum-assumed-incapacity-base = Cette base de calcul vient de cotisations sur { $monthly } par mois, pendant les { $months } précédents, pour une maladie ordinaire. Elle peut être plus basse si, en ajoutant les années qui vous restent jusqu'à la retraite, vous n'atteignez pas 100 % de la pension.
sum-assumed-this-year = Je n'ai compté que ce temps, avec le barème de cette année. Dites-moi votre date de naissance : j'ajouterai ce qui manque jusqu'à votre âge ordinaire, avec le barème d'alors.
sum-assumed-month = J'ai compté { $days }.
sum-assumed-deducted = J'ai supposé que les frais et la déduction pour frais généraux ({ $general }, ou { $company } en société) sont déjà ôtés.
sum-assumed-permanent = J'ai supposé que le contrat est à durée indéterminée.
sum-assumed-widow-general = J'ai pris le pourcentage général : il y en a de plus élevés dès 65 ans ou avec des enfants à charge, avec peu de revenus.
sum-assumed-complement = Les mères qui ont une pension contributive peuvent demander le complément pour enfants ; pour les pères, il y a plus de conditions.
sum-assumed-severe = J'ai pris le pourcentage de l'invalidité absolue : si la vôtre est une invalidité totale avec l'aide d'une autre personne, il est plus bas.

sum-limit-recent-years = De plus, deux des années de cotisation doivent être dans les quinze dernières.
sum-limit-special-ages = Je ne compte pas les âges plus bas de certaines professions ni ceux du handicap.
sum-limit-early-minimum = Pour une retraite anticipée, la pension doit dépasser la pension minimale que vous auriez à 65 ans.
sum-limit-early-military = Le service militaire ou social obligatoire ajoute jusqu'à un an pour atteindre les années demandées.
sum-limit-early-life = La réduction est définitive.
sum-limit-early-involuntary = Il faut un licenciement ou un autre motif prévu par la loi et six mois comme demandeur d'emploi ; cette retraite n'est pas ouverte aux indépendants.
sum-limit-early-subsidy = Si vous touchez l'allocation chômage (subsidio) depuis au moins trois mois, la réduction peut être moindre.
sum-limit-early-family = Selon votre famille, la pension devrait dépasser { $minimum } par mois ; sinon, vous ne pourriez pas partir plus tôt.
sum-limit-early-capped = Pour les pensions au-dessus du maximum, des règles transitoires peuvent vous donner un peu plus.
sum-limit-pension-base = L'INSS actualise les anciennes bases avec l'inflation et compare deux calculs de la base ; il applique le meilleur.
sum-limit-pension-minimum = Selon votre famille et vos revenus, vous pourriez avoir un complément jusqu'à { $minimum } par mois.
sum-limit-delay-half = Avec plus d'un an et demi de report mais moins de deux, demandez à l'INSS si une somme s'ajoute.
sum-limit-delay-forms = Vous pouvez aussi choisir un versement unique ou une combinaison.
sum-limit-delay-highest = Ce que le report ajoute au-delà de la pension maximale se touche à part, avec un plafond.
sum-limit-sick-contributed = Pour une maladie ordinaire, il faut { $days } de cotisation dans les cinq dernières années.
sum-limit-sick-work-base = Le calcul se fait sur la base des accidents du travail ; les heures supplémentaires sont lissées à part.
sum-limit-sick-self-employed = Vos cotisations doivent être à jour.
sum-limit-sick-agreement = La convention collective ou l'employeur peuvent améliorer ce montant, y compris pour les premiers jours.
sum-limit-sick-part-time = À temps partiel ou en contrat intermittent (fijo discontinuo), la base se calcule sur les trois derniers mois.
sum-limit-sick-extended = Au-delà de { $days }, l'INSS décide si l'arrêt est prolongé.
sum-limit-sick-ended = On compte la moyenne de vos bases des 180 derniers jours. Le maximum et le minimum dépendent des enfants à charge, et je ne les ai pas calculés.
sum-limit-quota-yearly = L'année suivante, la cotisation est révisée d'après ce que vous déclarez aux impôts.
sum-limit-quota-company = Avec une société, la base minimale peut être plus élevée : je ne l'ai pas calculée.
sum-limit-household-hours = La base ne peut pas être inférieure à celle du salaire minimum pour les heures convenues.
sum-limit-household-more = Pour une famille nombreuse ou avec peu de revenus, les réductions peuvent être plus fortes.
sum-limit-widow-pension = La réversion se calcule sur la base de calcul, qui peut différer de la pension.
sum-limit-widow-general = À 65 ans ou plus sans autre pension, ou avec des enfants à charge et peu de revenus, le pourcentage est plus élevé.
sum-limit-widow-older = Il faut 65 ans, ni autre pension ni travail, et des revenus sous un plafond.
sum-limit-widow-minimum = Selon votre âge, votre famille et vos revenus, vous pourriez avoir un complément de pension minimale.
sum-limit-orphan-together = La réversion et les pensions d'orphelin ne dépassent pas ensemble, en général, la base de calcul : avec beaucoup d'enfants, chacun peut toucher moins.
sum-limit-orphan-alone = Si personne ne touche la réversion, la pension d'orphelin est parfois plus élevée.
sum-limit-orphan-minimum = Avec de faibles revenus, la pension d'orphelin pourrait être complétée jusqu'à un minimum.
sum-limit-complement-one = Un seul des deux parents touche le complément.
sum-limit-incapacity-minimum = Selon votre âge, votre famille et vos revenus, vous pourriez avoir un complément de pension minimale.
sum-limit-incapacity-work = Si l'invalidité vient d'un accident du travail ou d'une maladie professionnelle, il y a 12 versements et la base se calcule autrement.
sum-limit-incapacity-late = Si l'invalidité est accordée à 67 ans ou plus faute de remplir les conditions de la retraite, le pourcentage est celui des années minimales pour la retraite.
sum-limit-incapacity-partial = La base est celle qui a servi pour l'arrêt maladie.
sum-limit-birth-more = Le congé est plus long en cas de naissances multiples, de handicap ou d'hospitalisation du bébé.
sum-limit-birth-besides = La durée du congé est plus longue en cas de handicap ou d'hospitalisation du bébé.
sum-limit-birth-contributed = À partir de 21 ans, il faut un minimum de cotisation.
sum-limit-birth-base = On prend la base du mois précédant celui d'avant la naissance ; si vous travaillez à votre compte ou à temps partiel, le calcul est différent.
sum-limit-deadline-regional = J'ai compté seulement les jours fériés de toute l'Espagne : ceux de la région et de la ville peuvent vous donner un jour de plus.
sum-limit-deadline-local = Les jours fériés locaux peuvent vous donner un jour de plus.
sum-limit-deadline-court = Au tribunal, le mois d'août et la période du 24 décembre au 6 janvier ne comptent pas, en général : vous pourriez avoir plus de temps, mais renseignez-vous avant d'attendre.
sum-limit-deadline-letter = C'est indicatif : le délai de votre lettre prévaut.
sum-assumed-decision = J'ai supposé que la lettre est une décision de l'INSS, à laquelle on répond par une réclamation préalable (reclamación previa). Si elle demande seulement vos observations, le délai est plus court : celui de la lettre. Si c'est une fin d'arrêt décidée par le médecin (alta médica), le délai pour réclamer finit plus tôt : { $discharge_on }.
