#!/bin/sh
# The page tests need a Chromium: its shell without windows, which takes a third of the time, or the whole one, of the
# system or of Playwright.
set -eu
root_has_apt() {
    command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]
}
install() {
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$1" >/dev/null 2>&1
}
[ -x /usr/bin/chromium-headless-shell ] && exit 0
if root_has_apt; then
    [ -n "$(apt-cache search --names-only '^chromium-headless-shell$')" ] || apt-get update -qq || true
    install chromium-headless-shell && exit 0
fi
for found in /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
    [ -x "$found" ] && exit 0
done
root_has_apt && install chromium && exit 0
if .venv/bin/python -m playwright install chromium >/dev/null 2>&1; then
    exit 0
fi
echo "The page tests need a browser and none could be installed: install Debian's 'chromium' and run make test again." >&2
exit 1
