# What the service says of this administration.

gaps-why-out-of-scope = Ez dirudi Gizarte Segurantzarena denik
page-body = Gizarte Segurantza
page-ics-summary = Hitzordua Gizarte Segurantzan
problem-no-appointment-needed-do = Gizarte Segurantzaren Diruzaintza Nagusiaren edozein bulegotara joan zaitezke, hitzordurik gabe.
greeting = Kaixo, Gizarte Segurantzaren laguntzaile automatikoa naiz: programa informatiko bat, ez pertsona bat. Informazioa eta hitzorduak ematen ditut, baina ez dut zure eskubideei buruz erabakitzen. Nahi duzunean eska dezakezu pertsona batekin hitz egitea.
answer-other-body = Hori ez dagokio Gizarte Segurantzari, honi baizik: { $body }.
out-of-scope = Horri buruz ezin dizut informaziorik eman. Gizarte Segurantzako gaietan laguntzen dut: pentsioak, prestazioak, afiliazioa, kotizazioa eta hitzorduak.
injection = Ez dut nire funtzionamenduari buruzko agindurik betetzen. Esadazu zer behar duzun Gizarte Segurantzatik.
