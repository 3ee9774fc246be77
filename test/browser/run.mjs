// Runs the stories against Beraad: node run.mjs [--engine sqlite|postgres] [story ...]
// A machine with more cores plays more stories at a time, each line of them in a practice hall of its own;
// one more than there are cores, because people wait as well (for the next code of an app).
// BERAAD_BIN is the program; for PostgreSQL, BERAAD_TEST_POSTGRES is an empty database that it may
// use up (go run ./tools/postgres gives one). It builds nothing.
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { start } from './lib/beraad.mjs'
import { emptyDatabase } from './lib/database.mjs'
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
  return names.sort(longestFirst).map(name => join(import.meta.dirname, name))
}

// longestFirst keeps the lines of equal length: what plays longest begins first.
const long = ['legal_acts', 'states', 'hostile', 'screens', 'story1', 'paper', 'keyboard']
const longestFirst = (a, b) => place(a) - place(b) || a.localeCompare(b)

function place(name) {
  const at = long.indexOf(basename(name, '.test.mjs'))
  return at < 0 ? long.length : at
}

// database gives the database of a line, or nothing for SQLite: the first has the one that was given.
async function database(line) {
  if (engine === 'sqlite') return undefined
  if (engine !== 'postgres') throw new Error(`--engine is sqlite or postgres, not ${engine}`)
  if (!process.env.BERAAD_TEST_POSTGRES) throw new Error('BERAAD_TEST_POSTGRES is not set')
  if (line === 0) return { address: process.env.BERAAD_TEST_POSTGRES, drop: () => {} }
  return emptyDatabase(`hall_${process.pid}_${line}`)
}

// tell plays one file of stories and resolves with the exit code; what it says comes in one piece.
async function tell(file, origin, log) {
  const env = { ...process.env, BERAAD_ORIGIN: origin, BERAAD_ENGINE: engine, BERAAD_LOG: log }
  delete env.NODE_TEST_CONTEXT // set when a test runs this program; the stories are tests of their own
  const child = spawn(process.execPath, ['--test', '--test-reporter=spec', file], { stdio: ['ignore', 'pipe', 'inherit'], env })
  const [said, code] = await Promise.all([text(child.stdout), new Promise(done => child.once('exit', code => done(code ?? 1)))])
  process.stdout.write(`\n${basename(file)}\n${said}`)
  return code
}

// play opens a hall and plays in it, as long as there are files that nobody began.
async function play(line, files) {
  const folder = await mkdtemp(join(tmpdir(), 'beraad-browser-'))
  const log = join(out, `beraad-${engine}${line || ''}.log`)
  const data = await database(line)
  const beraad = await start({ bin: resolve(process.env.BERAAD_BIN), folder, database: data?.address, log })
  let worst = 0
  while (files.length) worst = Math.max(worst, await tell(files.shift(), beraad.origin, log))
  const how = await beraad.stop()
  await data?.drop()
  await rm(folder, { recursive: true, force: true })
  if (how === 0) return worst
  console.error(`Beraad did not end well: ${how}; see ${log}`)
  return 1
}

async function main() {
  if (!process.env.BERAAD_BIN) throw new Error('BERAAD_BIN is not set')
  await mkdir(out, { recursive: true })
  const files = await stories()
  const lines = Math.min(files.length, availableParallelism() + 1, 5)
  const codes = await Promise.all(Array.from({ length: lines }, (_, line) => play(line, files)))
  return Math.max(...codes)
}

process.exitCode = await main().catch(error => {
  console.error(error.message)
  return 1
})
