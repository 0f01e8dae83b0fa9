# Who is behind the service: told on the privacy and legal pages.

about-controller = The controller is the National Social Security Institute (INSS); for appointments and matters of registration and contributions, the General Treasury of Social Security (TGSS).
about-basis = The exercise of official authority given by law: Article 6(1)(e) of Regulation (EU) 2016/679.
about-rights = Do it at the electronic office (https://sede.seg-social.gob.es) or in writing at any office. If you are not satisfied, you can complain to the Spanish Data Protection Agency (https://www.aepd.es).
about-owner = It is a service of the Spanish Social Security. Its official site is https://www.seg-social.es.
