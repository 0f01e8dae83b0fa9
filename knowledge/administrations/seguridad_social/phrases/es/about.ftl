# Who is behind the service: told on the privacy and legal pages.

about-controller = El responsable es el Instituto Nacional de la Seguridad Social (INSS); de las citas y asuntos de afiliación y cotización, la Tesorería General de la Seguridad Social (TGSS).
about-basis = El ejercicio de poderes públicos conferidos por la ley: artículo 6.1.e) del Reglamento (UE) 2016/679.
about-rights = Hágalo en la sede electrónica (https://sede.seg-social.gob.es) o por escrito en cualquier oficina. Si no queda conforme, puede reclamar ante la Agencia Española de Protección de Datos (https://www.aepd.es).
about-owner = Es un servicio de la Seguridad Social. Su sitio oficial es https://www.seg-social.es.
