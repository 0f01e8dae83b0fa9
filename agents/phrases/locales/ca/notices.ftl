# Correus de la llista d'espera i de les cites. S'envien sols; els números i les dates venen de les dades.

notice-greeting = Bon dia:
notice-code = Codi a la llista: { $code }
notice-office = Oficina: { $office }
notice-closing = Aquest missatge és automàtic; no el respongui. La llista d'espera i la cita són gratuïtes: ningú no li'n pot cobrar res.
notice-how-in-person = Cita a l'oficina
notice-how-phone = Cita per telèfon
notice-how-video = Cita per videotrucada
notice-waiting-joined-subject = És a la llista d'espera
notice-waiting-joined = S'ha apuntat a la llista d'espera. El seu lloc és el { $position }. Quan hi hagi una hora per a vostè, l'hi guardarem i l'avisarem per correu. Pot consultar el seu lloc o donar-se de baixa amb aquest codi i el seu document.
notice-waiting-offer-subject = Li guardem una cita: { $when }
notice-waiting-offer = Hi ha una hora lliure i és el seu torn: { $when }. L'hi guardem fins a aquest moment: { $until }. Per acceptar-la, faci servir aquest codi i el seu document allà on es va apuntar a la llista. Si no l'accepta, passarà a la persona següent.
notice-waiting-missed-subject = La cita que li guardàvem ha passat a una altra persona
notice-waiting-missed = No va acceptar a temps l'hora que li guardàvem i ha passat a la persona següent. Vostè continua a la llista, ara al final, amb el mateix codi.
notice-waiting-closed-subject = Ja no és a la llista d'espera
notice-waiting-closed = No va acceptar a temps les hores que li vam guardar, de manera que ja no és a la llista d'espera. S'hi pot tornar a apuntar quan vulgui.
notice-locator = Localitzador de la cita: { $code }
notice-reason = Motiu: { $reason }
notice-appointment-closing = Aquest missatge és automàtic; no el respongui. La cita és gratuïta: ningú no li'n pot cobrar res.
notice-appointment-booked-subject = La seva cita està confirmada: { $when }
notice-appointment-booked = No li vam poder dir en el seu moment si la cita havia quedat feta. Ja ho sabem: està confirmada per a aquest moment: { $when }. Amb el localitzador i el seu document pot consultar-la, canviar-la o anul·lar-la.
notice-appointment-moved-subject = La seva cita ha canviat: { $when }
notice-appointment-moved = La seva cita ha canviat. Abans: { $before }. Ara: { $when }. El localitzador és el mateix. Si no hi pot anar, canviï-la o anul·li-la amb el localitzador i el seu document.
notice-appointment-closed-subject = L'oficina tanca el dia de la seva cita, que passa a: { $when }
notice-appointment-closed = L'oficina tanca el dia de la seva cita, i l'hem canviada a l'hora lliure més propera. Abans: { $before }. Ara: { $when }. El localitzador és el mateix. Si no li va bé, canviï-la o anul·li-la amb el localitzador i el seu document.
notice-appointment-cancelled-subject = La seva cita està anul·lada: { $when }
notice-appointment-cancelled = La cita que tenia a aquesta hora està anul·lada: { $when }. No cal que faci res més. Pot demanar una altra cita quan vulgui.
