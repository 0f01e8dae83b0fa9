# Who is behind the service: told on the privacy and legal pages.

about-controller = Le responsable est l'Institut national de la sécurité sociale (INSS) ; pour les rendez-vous et les affaires d'affiliation et de cotisation, la Trésorerie générale de la sécurité sociale (TGSS).
about-basis = L'exercice de l'autorité publique conférée par la loi : article 6, paragraphe 1, point e), du règlement (UE) 2016/679.
about-rights = Faites-le sur le siège électronique (https://sede.seg-social.gob.es) ou par écrit dans n'importe quel bureau. Si vous n'êtes pas satisfait, vous pouvez saisir l'Agence espagnole de protection des données (https://www.aepd.es).
about-owner = C'est un service de la sécurité sociale espagnole. Son site officiel est https://www.seg-social.es.
