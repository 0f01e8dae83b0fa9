# Being called back: asked, read back, promised, moved, given up.

reply-no-call = Ez dut nahi niri deitzea
reply-move-call = Deiaren ordua aldatu
reply-cancel-call = Deia bertan behera utzi
call-window = { $date }, { $begins } eta { $ends } artean
call-ask-phone = Zein telefono-zenbakitara deituko dizugu?
call-ask-window = Noiz nahi duzu zuri deitzea?
call-read-back = Zenbaki honetara deituko dizute: { $phone }. Noiz: { $when }. Zuzen dago?
call-kept = Jasota dago: zenbaki honetara deituko dizute: { $phone }. Noiz: { $when }. Zure aurkitzailea hau da: { $reference }.
call-full = Tarte hori oraintxe bete da.
call-no-window = Orain ez dago lekurik zuri deitzeko: ez dizut aginduko egin ezin dugun deirik.
call-left = Ados: ez da deirik jasota geratu.
call-stays = Jasota duzun deiak bere horretan jarraitzen du.
call-none = Ez duzu deirik jasota.
call-cancelled = Deia bertan behera geratu da: ez dizute deituko.
call-when = Noiz deituko dizuten: { $when }. Zure aurkitzailea hau da: { $reference }.
call-again = Deitu dizugu, eta ez duzu erantzun. Berriro deituko dizugu. Noiz: { $when }.
call-over = Hainbat aldiz deitu dizugu, eta ez duzu erantzun. Ez dizugu gehiago deituko honengatik. Behar bagaituzu, eskatu beste dei bat edo hitz egin pertsona batekin.
