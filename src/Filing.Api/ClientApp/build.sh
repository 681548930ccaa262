#!/usr/bin/env bash
# Makes what browsers load, in the folder $1: the styles of the pages; of the roadside page hash-named files, then the service worker, which knows their names.
set -euo pipefail
out="$1"
cd "$(dirname "$0")"
if ! command -v esbuild >/dev/null; then echo "error: esbuild is missing: install it (apt-get install esbuild), then build again." >&2; exit 1; fi
rm -rf "$out"
esbuild roadside/check.ts roadside/check.css --bundle --minify --splitting --format=esm --target=es2021 --log-level=warning \
  --entry-names='[name]-[hash]' --chunk-names='[name]-[hash]' --outdir="$out/roadside"
esbuild pages/*.css --minify --log-level=warning --outdir="$out/pages"
cp roadside/app.webmanifest roadside/icon.svg roadside/icon-180.png "$out/roadside/"
files=$(cd "$out" && printf '"/%s",' roadside/*)
build=$(cat "$out"/roadside/* roadside/sw.ts | sha256sum | cut -c1-12)
esbuild roadside/sw.ts --bundle --minify --format=iife --target=es2021 --log-level=warning \
  --define:BUILD="\"$build\"" --define:FILES="[${files%,}]" --outfile="$out/roadside-sw.js"
