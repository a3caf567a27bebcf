#!/usr/bin/env bash
# Runs the programs that read what waymark writes, and the language server of editors.
#   tests/consumers/run.sh WAYMARK FOLDER        packages from npm are installed into FOLDER, once
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
waymark=$1
folder=$2
mkdir -p "$folder"
if ! cmp -s "$here/package-lock.json" "$folder/installed-lock.json"; then
    cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$folder"
    (cd "$folder" && npm ci --omit=dev --no-audit --no-fund --loglevel=error)
    cp "$here/package-lock.json" "$folder/installed-lock.json"
fi
/usr/bin/python3 "$here/formats.py" "$waymark" "$folder/node_modules" "$here/../.."
/usr/bin/python3 "$here/sheets.py" "$waymark" "$here/../.."
node "$here/editor.mjs" "$folder/node_modules" "$here/../.."
node "$here/mutants.mjs" "$waymark" "$folder/node_modules" "$here/../.."
