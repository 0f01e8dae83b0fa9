# Words that the pages of the staff share.

staff-token = Langileen gakoa
staff-token-hint = Zerbitzuaren administratzaileak ematen du. Fitxa honetan bakarrik gordetzen da.
staff-bad-key = Langileen gakoa ez da baliozkoa edo iraungi egin da. Idatzi beste bat, mesedez.
staff-enter = Sartu
staff-leave = Irten
staff-loading = Kargatzen…
staff-lost = Ez dago zerbitzuarekin konexiorik.
staff-pages = Langileen orriak
staff-to-calls = Deiak
staff-to-gaps = Erantzunik gabeko galderak
