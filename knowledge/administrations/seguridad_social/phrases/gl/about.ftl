# Who is behind the service: told on the privacy and legal pages.

about-controller = O responsable é o Instituto Nacional da Seguridade Social (INSS); das citas e asuntos de afiliación e cotización, a Tesouraría Xeral da Seguridade Social (TGSS).
about-basis = O exercicio de poderes públicos conferidos pola lei: artigo 6.1.e) do Regulamento (UE) 2016/679.
about-rights = Fágao na sede electrónica (https://sede.seg-social.gob.es) ou por escrito en calquera oficina. Se non queda conforme, pode reclamar ante a Axencia Española de Protección de Datos (https://www.aepd.es).
about-owner = É un servizo da Seguridade Social. O seu sitio oficial é https://www.seg-social.es.
