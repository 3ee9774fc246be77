// Starts the program under test in a folder of its own and stops it. The only place that knows its
// command line.
import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

// own is the environment of the program: what the run says to the stories is no setting of Beraad.
const own = () => Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('BERAAD_')))

const patience = 60_000 // ms until /readyz answers: a practice town is played first

// start opens a practice hall and resolves when it is ready. database is the address of a PostgreSQL
// database, or nothing for SQLite.
export async function start({ bin, folder, port, database, log }) {
  port ??= await freePort()
  const origin = `http://localhost:${port}`
  const args = ['demo', '--data', folder, '--listen', `127.0.0.1:${port}`, '--origin', origin]
  if (database) args.push('--database', database)
  return serve({ bin, args, origin, log })
}

// found makes a practice installation out of nothing, by flags alone, and serves it. The answer holds the
// founder's way in: a link and a code.
export async function found({ bin, folder, database, log, livc, town, police, founder, mail }) {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const config = join(folder, 'beraad.toml')
  const args = ['init', '--practice', '--config', config, '--data', join(folder, 'data'), '--keys', join(folder, 'keys'),
    '--second-keys', join(folder, 'second'), '--origin', origin, '--listen', `127.0.0.1:${port}`,
    '--name', livc, '--town', town, '--police-zone', police, '--founder', founder, '--mail', mail]
  if (database) {
    await writeFile(join(folder, 'database'), database, { mode: 0o600 })
    args.push('--database', join(folder, 'database'))
  }
  const said = await run(bin, args)
  const [, path, code] = said.match(/Link: +http\S+?(\/enrol\/\S+)\s+Code: +(\S+)/)
  return { ...await serve({ bin, args: ['serve', '--config', config], origin, log }), path, code }
}

// run runs the program to its end and gives what it said.
export function run(bin, args) {
  const child = spawn(bin, args, { stdio: ['ignore', 'pipe', 'pipe'], env: own() })
  let said = ''
  let errors = ''
  child.stdout.on('data', text => { said += text })
  child.stderr.on('data', text => { errors += text })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', code => code === 0 ? resolve(said) : reject(new Error(`${bin} ${args[0]}: ${code}\n${errors}`)))
  })
}

// serve runs the program until it is stopped, and resolves when it is ready. fall ends it as a power cut
// does; rise starts it anew on what it left, at the same address, and resolves when it is ready.
async function serve(how) {
  let beraad = await launch(how)
  return {
    origin: how.origin,
    stop: () => beraad.stop(),
    fall: () => beraad.fall(),
    rise: async () => { beraad = await launch(how) },
  }
}

async function launch({ bin, args, origin, log }) {
  const child = spawn(bin, args, { stdio: ['ignore', 'pipe', 'pipe'], env: own() })
  const ended = new Promise(resolve => {
    child.once('error', error => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? code))
  })
  const file = createWriteStream(log, { flags: 'a' })
  for (const stream of [child.stdout, child.stderr]) stream.pipe(file, { end: false })
  const fall = () => {
    child.kill('SIGKILL')
    return ended
  }
  const beraad = { stop: () => stop(child, ended), fall }
  const enough = new AbortController()
  try {
    await Promise.race([ready(origin, enough.signal), ended.then(how => { throw new Error(`${bin} ended before it was ready: ${how}`) })])
  } catch (error) {
    await beraad.stop()
    throw error
  } finally {
    enough.abort()
  }
  return beraad
}

// stop asks the program to end and resolves with how it did: 0, another code, or a signal.
async function stop(child, ended) {
  child.kill('SIGTERM')
  const late = wait(15_000, 'late', { ref: false })
  if (await Promise.race([ended, late]) === 'late') child.kill('SIGKILL')
  return ended
}

async function ready(origin, enough) {
  for (const end = Date.now() + patience; Date.now() < end && !enough.aborted; await wait(50)) {
    const answer = await fetch(`${origin}/readyz`).catch(() => null)
    if (answer?.ok) return
  }
  throw new Error(`${origin}/readyz did not answer within ${patience / 1000} s`)
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
