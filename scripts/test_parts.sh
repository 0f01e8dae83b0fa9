#!/bin/sh
# test_parts.sh PYTEST: all tests, in parts at the same time that are about as long: two cores stay busy while one part
# waits for a server or a browser. The last part is everything that no other names, and is seen while it runs.
# Each part has its own temporary folder: pytest closes a shared one to the user that the databases of the others run as.
pytest=$1
temporary=$(mktemp -d)
named=""
failed=0

begin() { # NAME FOLDER...
    name=$1; shift
    mkdir "$temporary/$name"
    PYTEST_DEBUG_TEMPROOT="$temporary/$name" "$pytest" -q "$@" >"var/tests-$name.log" 2>&1 &
    eval "$name=$!"
    for folder; do case $folder in --*) ;; *) named="$named --ignore=$folder" ;; esac; done
}

finish() { # NAME
    eval "wait \$$1" || failed=1
    echo "$1:"; cat "var/tests-$1.log"
}

begin pages tests/browser tests/knowledge
begin served tests/api --ignore=tests/api/commands
begin typed tests/api/commands tests/agenda tests/speech
begin understood tests/agents/understanding tests/administrations
begin talking tests/agents --ignore=tests/agents/understanding
begin kept tests/contracts tests/tools
# shellcheck disable=SC2086 # each is a word of its own
"$pytest" -q tests $named || failed=1
for part in kept talking understood typed served pages; do finish "$part"; done
rm -rf "$temporary"
exit $failed
