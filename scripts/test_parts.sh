#!/bin/sh
# test_parts.sh PYTEST: all tests, in parts at the same time that are about as long: two cores stay busy while one part
# waits for a server or a browser. The last part is everything that no other names, and is seen while it runs.
# Parts that only calculate give way (nice): those that wait for a server or a browser would be the last to end.
# Each part has its own temporary folder: pytest closes a shared one to the user that the databases of the others run as.
pytest=$1
temporary=$(mktemp -d)
named=""
failed=0

begin() { # NICENESS NAME FOLDER...
    gives_way=$1; name=$2; shift 2
    mkdir "$temporary/$name"
    PYTEST_DEBUG_TEMPROOT="$temporary/$name" nice -n "$gives_way" "$pytest" -q "$@" >"var/tests-$name.log" 2>&1 &
    eval "$name=$!"
    for folder; do case $folder in --*) ;; *) named="$named --ignore=$folder" ;; esac; done
}

finish() { # NAME
    eval "wait \$$1" || failed=1
    echo "$1:"; cat "var/tests-$1.log"
}

begin 0 pages tests/browser
begin 0 served tests/api --ignore=tests/api/commands
begin 0 typed tests/api/commands tests/agenda tests/speech tests/knowledge
begin 0 kept tests/contracts tests/tools
begin 5 understood tests/agents/understanding tests/administrations
begin 5 talking tests/agents --ignore=tests/agents/understanding
# shellcheck disable=SC2086 # each is a word of its own
nice -n 5 "$pytest" -q tests $named || failed=1
for part in kept talking understood typed served pages; do finish "$part"; done
rm -rf "$temporary"
exit $failed
