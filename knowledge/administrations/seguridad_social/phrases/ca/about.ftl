# Who is behind the service: told on the privacy and legal pages.

about-controller = El responsable és l'Institut Nacional de la Seguretat Social (INSS); de les cites i assumptes d'afiliació i cotització, la Tresoreria General de la Seguretat Social (TGSS).
about-basis = L'exercici de poders públics conferits per la llei: article 6.1.e) del Reglament (UE) 2016/679.
about-rights = Faci-ho a la seu electrònica (https://sede.seg-social.gob.es) o per escrit en qualsevol oficina. Si no hi està conforme, pot reclamar davant l'Agència Espanyola de Protecció de Dades (https://www.aepd.es).
about-owner = És un servei de la Seguretat Social. El seu lloc oficial és https://www.seg-social.es.
