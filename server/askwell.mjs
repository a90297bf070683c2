#!/usr/bin/env node
// The command line's way in, and `npm start`: builds what is stale, then runs the built program.
import './build-if-stale.mjs'

await import('../dist/server/main.js')
