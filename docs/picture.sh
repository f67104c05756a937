#!/usr/bin/env bash
# Makes docs/dashboard.png from the demo's data. Needs Debian's chromium, see reports/src/test/browser/install-chromium.sh.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
./botledger demo --folder "$work/demo" > /dev/null
./botledger dashboard --db "jdbc:h2:$work/demo/botledger" --from 2026-01-17 --to 2026-01-30 --out "$work/dashboard.html"
chromium --headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
  --disable-component-update --disable-sync --user-data-dir="$work/profile" --hide-scrollbars --window-size=1280,1120 \
  --screenshot=docs/dashboard.png "file://$work/dashboard.html#days=14"
