#!/usr/bin/env node
// Stands in for Beraad where run.mjs itself is tried. It refuses a command line that it does not know.
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { serve } from './pages.mjs'

const text = { type: 'string' }
const { values, positionals } = parseArgs({
  options: { data: text, listen: text, origin: text, database: text },
  allowPositionals: true,
})
if (positionals[0] !== 'demo' || !existsSync(values.data)) process.exit(2)
const [host, port] = values.listen.split(':')
const { stop } = await serve(Number(port), host)
console.log('database', values.database ?? 'in the folder')
process.once('SIGTERM', stop)
