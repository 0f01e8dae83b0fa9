# Who is behind the service: told on the privacy and legal pages.

about-controller = Arduraduna Gizarte Segurantzaren Institutu Nazionala (INSS) da; afiliazioko eta kotizazioko hitzordu eta gaietan, Gizarte Segurantzaren Diruzaintza Nagusia (TGSS).
about-basis = Legeak emandako botere publikoen egikaritza: (EB) 2016/679 Erregelamenduaren 6.1.e) artikulua.
about-rights = Egin ezazu egoitza elektronikoan (https://sede.seg-social.gob.es) edo idatziz edozein bulegotan. Ados ez bazaude, Datuak Babesteko Espainiako Bulegoan (https://www.aepd.es) jar dezakezu erreklamazioa.
about-owner = Gizarte Segurantzaren zerbitzu bat da. Haren gune ofiziala https://www.seg-social.es da.
