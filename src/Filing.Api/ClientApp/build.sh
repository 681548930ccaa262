#!/usr/bin/env bash
# Builds what browsers load into the folder $1: styles and scripts of the pages, the roadside page's files under
# hashed names, and last its service worker, which lists those names.
set -euo pipefail
out="$1"
cd "$(dirname "$0")"
if ! command -v esbuild >/dev/null; then
  echo "error: esbuild is missing: install it (apt-get install esbuild), then build again." >&2
  exit 1
fi
rm -rf "$out"
bundle() { esbuild "$@" --bundle --minify --target=es2021 --log-level=warning; }

bundle pages/*.ts --format=esm --outdir="$out/js"
bundle pages/*.css --external:/icon.svg --outdir="$out/pages"

# Class fields are older than the rest of ES2022; as helpers they would be one file more to fetch.
bundle roadside/check.ts roadside/check.css --format=esm --splitting --supported:class-field=true \
  --supported:class-static-field=true \
  --entry-names='[name]-[hash]' --chunk-names='[name]-[hash]' --outdir="$out/roadside"
cp roadside/app.webmanifest roadside/icon.svg roadside/icon-180.png "$out/roadside/"
files=$(cd "$out" && printf '"/%s",' roadside/*)
build=$(cat "$out"/roadside/* roadside/sw.ts | sha256sum | cut -c1-12)
bundle roadside/sw.ts --format=iife --define:BUILD="\"$build\"" --define:FILES="[${files%,}]" --outfile="$out/roadside-sw.js"
