#!/usr/bin/env bash
# Installs the browser that the tests of the dashboard run in, where it is absent and this may be done: Debian's or Ubuntu's
# chromium with the driver that fits it. Without it these tests are skipped, and say so.
set -euo pipefail

if [ -x /usr/bin/chromium ] && [ -x /usr/bin/chromedriver ]; then
  exit 0
fi
if ! command -v apt-get > /dev/null || [ "$(id -u)" != 0 ]; then
  echo "no chromium here, and only root on Debian can install it: the browser tests will be skipped" >&2
  exit 0
fi
export DEBIAN_FRONTEND=noninteractive
{ apt-get update -qq && apt-get install -qq -y --no-install-recommends chromium chromium-driver fonts-dejavu-core; } > /dev/null \
  || echo "chromium could not be installed: the browser tests will be skipped" >&2
