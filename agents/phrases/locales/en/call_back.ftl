# Being called back: asked, read back, promised, moved, given up.

reply-no-call = I do not want a call
reply-move-call = Change the time of the call
reply-cancel-call = Cancel the call
call-window = on { $date }, between { $begins } and { $ends }
call-ask-phone = Which telephone number should we call?
call-ask-window = When would you like to be called?
call-read-back = Someone will call { $phone } { $when }. Is that right?
call-kept = It is arranged: someone will call { $phone } { $when }. Your reference is { $reference }.
call-full = That time has just been filled.
call-no-window = There is no room to call you at the moment: I will not promise a call that we cannot make.
call-left = All right: no call is arranged.
call-stays = The call you have arranged still stands.
call-none = You have no call arranged.
call-cancelled = The call is cancelled: nobody will call you.
call-when = Someone will call you { $when }. Your reference is { $reference }.
call-again = We called you and nobody answered. We will call again { $when }.
call-over = We have called you several times and nobody answered. We will not call again about this. If you need us, ask for another call or talk to a person.
