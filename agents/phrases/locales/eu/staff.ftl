# Words that the pages of the staff share.

staff-token = Langileen gakoa
staff-token-hint = Zerbitzuaren administratzaileak ematen du. Fitxa honetan bakarrik gordetzen da.
staff-bad-key = Langileen gakoa ez da baliozkoa edo iraungi egin da. Idatzi beste bat, mesedez.
staff-enter = Sartu
staff-account = Sartu erakundearen kontuarekin
staff-key-instead = Sartu gako batekin
staff-ended = Zure saioa amaitu da.
staff-still = Idatzita zenuena hemen dago oraindik.
staff-renew = Jarraitu erakundearen kontuarekin
staff-leave = Irten
staff-loading = Kargatzen…
staff-lost = Ez dago zerbitzuarekin konexiorik.
staff-pages = Langileen orriak
staff-to-calls = Deiak
staff-to-gaps = Erantzunik gabeko galderak

login-title = Langileen sarrera
login-arrived = Barruan zaude
login-renewed = Fitxa hau itxi eta aurrekora itzul zaitezke: han dena zegoen bezala dago.
login-go-on = Joan orrira
login-account-is = Kontu honekin sartu zara:
login-again = Saiatu berriro
login-other-ways = Itzuli sarrerako orrira
