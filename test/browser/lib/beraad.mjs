// Starts the program under test in a folder of its own and stops it. The only place that knows its
// command line.
import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

const patience = 60_000 // ms until /readyz answers: a practice town is played first

// start resolves when the program is ready. command is 'demo' or 'serve'; database is the address of
// a PostgreSQL database, or nothing for SQLite.
export async function start({ bin, command = 'demo', folder, port, database, log }) {
  port ??= await freePort()
  const origin = `http://localhost:${port}`
  const args = [command, '--data', folder, '--listen', `127.0.0.1:${port}`, '--origin', origin]
  if (database) args.push('--database', database)
  const child = spawn(bin, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise(resolve => {
    child.once('error', error => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? code))
  })
  const file = createWriteStream(log)
  for (const stream of [child.stdout, child.stderr]) stream.pipe(file, { end: false })
  const beraad = { origin, stop: () => stop(child, ended) }
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
