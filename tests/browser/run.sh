#!/usr/bin/env bash
# Looks at the pages that waymark writes, in Debian's Chromium and with validators.
#   tests/browser/run.sh WAYMARK FOLDER        packages from npm are installed into FOLDER, once
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$2
mkdir -p "$folder"
if ! cmp -s "$here/package-lock.json" "$folder/installed-lock.json"; then
    cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$folder"
    (cd "$folder" && npm ci --omit=dev --no-audit --no-fund --loglevel=error)
    cp "$here/package-lock.json" "$folder/installed-lock.json"
fi
export WAYMARK=$1 PACKAGES=$folder
node --test --test-reporter=spec "$here/all.mjs"
