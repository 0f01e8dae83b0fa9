# Words that the pages of the staff share.

staff-token = Staff key
staff-token-hint = Whoever runs the service provides it. It is kept in this tab only.
staff-bad-key = The staff key is not valid or has expired. Please enter another one.
staff-enter = Sign in
staff-leave = Sign out
staff-loading = Loading…
staff-lost = There is no connection to the service.
staff-pages = Staff pages
staff-to-calls = Calls
staff-to-gaps = Questions without an answer
