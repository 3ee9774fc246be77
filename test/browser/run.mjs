// Runs the stories against one running Beraad: node run.mjs [--engine sqlite|postgres] [story ...]
// BERAAD_BIN is the program; for PostgreSQL, BERAAD_TEST_POSTGRES is an empty database that it may
// use up (go run ./tools/postgres gives one). It builds nothing.
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { start } from './lib/beraad.mjs'
import { out } from './lib/shot.mjs'

const { values: { engine }, positionals } = parseArgs({
  options: { engine: { type: 'string', default: 'sqlite' } },
  allowPositionals: true,
})

// stories lists what to run: what was asked for, else every story in this folder.
async function stories() {
  if (positionals.length) return positionals
  const names = (await readdir(import.meta.dirname)).filter(name => name.endsWith('.test.mjs'))
  if (!names.length) throw new Error('there are no stories')
  return names.sort().map(name => join(import.meta.dirname, name))
}

// database returns the address for the engine, or nothing for SQLite.
function database() {
  if (engine === 'sqlite') return undefined
  if (engine !== 'postgres') throw new Error(`--engine is sqlite or postgres, not ${engine}`)
  if (!process.env.BERAAD_TEST_POSTGRES) throw new Error('BERAAD_TEST_POSTGRES is not set')
  return process.env.BERAAD_TEST_POSTGRES
}

// tell runs the stories one after the other and resolves with the exit code.
function tell(files, origin) {
  const args = ['--test', '--test-concurrency=1', '--test-reporter=spec', ...files]
  const env = { ...process.env, BERAAD_ORIGIN: origin, BERAAD_ENGINE: engine }
  delete env.NODE_TEST_CONTEXT // set when a test runs this program; the stories are tests of their own
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], env })
  return new Promise(done => child.once('exit', code => done(code ?? 1)))
}

async function main(folder) {
  if (!process.env.BERAAD_BIN) throw new Error('BERAAD_BIN is not set')
  const [files, log] = [await stories(), join(out, `beraad-${engine}.log`)]
  const beraad = await start({ bin: resolve(process.env.BERAAD_BIN), folder, database: database(), log })
  const code = await tell(files, beraad.origin)
  const how = await beraad.stop()
  if (how === 0) return code
  console.error(`Beraad did not end well: ${how}; see ${log}`)
  return 1
}

const folder = await mkdtemp(join(tmpdir(), 'beraad-browser-'))
await mkdir(out, { recursive: true })
process.exitCode = await main(folder).catch(error => {
  console.error(error.message)
  return 1
})
await rm(folder, { recursive: true, force: true })
