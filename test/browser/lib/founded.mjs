// A town of one story: founded out of nothing by `beraad init`, on the engine of the run. On PostgreSQL it
// gets a database of its own on the server that the run was given.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { found, run } from './beraad.mjs'
import { out } from './shot.mjs'

// founded makes the town and serves it: its address, the founder's link and code, and stop.
export async function founded(names) {
  const { BERAAD_BIN, BERAAD_ENGINE } = process.env
  const folder = await mkdtemp(join(tmpdir(), 'beraad-founded-'))
  const database = BERAAD_ENGINE === 'postgres' ? await emptyDatabase() : undefined
  const log = join(out, `beraad-founded-${BERAAD_ENGINE}.log`)
  const beraad = await found({ bin: resolve(BERAAD_BIN), folder, database: database?.address, log, ...names })
  return {
    ...beraad,
    stop: async () => {
      const how = await beraad.stop()
      await database?.drop()
      await rm(folder, { recursive: true, force: true })
      if (how !== 0) throw new Error(`Beraad did not end well: ${how}; see ${log}`)
    },
  }
}

// emptyDatabase makes a database beside the one that the run was given.
async function emptyDatabase() {
  const given = process.env.BERAAD_TEST_POSTGRES
  const name = `founded_${process.pid}`
  const sql = text => run('psql', ['--quiet', '--no-psqlrc', '--dbname', given, '--command', text])
  await sql(`CREATE DATABASE ${name}`)
  const address = new URL(given)
  address.pathname = name
  return { address: address.href, drop: () => sql(`DROP DATABASE ${name} WITH (FORCE)`) }
}
