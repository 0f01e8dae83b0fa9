# Words that the pages of the staff share.

staff-token = Staff key
staff-token-hint = Whoever runs the service provides it. It is kept in this tab only.
staff-bad-key = The staff key is not valid or has expired. Please enter another one.
staff-enter = Sign in
staff-account = Sign in with your organisation's account
staff-key-instead = Enter with a key
staff-ended = Your session has ended.
staff-still = What you had written is still here.
staff-renew = Go on with your organisation's account
staff-leave = Sign out
staff-loading = Loading…
staff-lost = There is no connection to the service.
staff-pages = Staff pages
staff-to-calls = Calls
staff-to-gaps = Questions without an answer

login-title = Staff sign-in
login-arrived = You are signed in
login-renewed = You can close this tab and go back to the one before: everything there is as it was.
login-go-on = Go to the page
login-account-is = You signed in with the account
login-again = Try again
login-other-ways = Back to the sign-in page
