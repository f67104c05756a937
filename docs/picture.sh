#!/usr/bin/env bash
# Makes docs/dashboard.png of the page that the demo writes, as a newcomer sees it. Needs Debian's chromium, see
# reports/src/test/browser/install-chromium.sh, and a font for the demo's Japanese bot, such as that of fonts-ipafont-gothic.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
./botledger demo --folder "$work/demo" > /dev/null
chromium --headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
  --disable-component-update --disable-sync --user-data-dir="$work/profile" --hide-scrollbars --window-size=1280,1120 \
  --screenshot=docs/dashboard.png "file://$work/demo/dashboard.html"
