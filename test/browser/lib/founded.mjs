// A town of one story: founded out of nothing by `beraad init`, on the engine of the run. On PostgreSQL it
// gets a database of its own on the server that the run was given.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { found } from './beraad.mjs'
import { emptyDatabase } from './database.mjs'
import { out } from './shot.mjs'

// founded makes the town and serves it: its address, the founder's link and code, and stop.
export async function founded(names) {
  const { BERAAD_BIN, BERAAD_ENGINE } = process.env
  const folder = await mkdtemp(join(tmpdir(), 'beraad-founded-'))
  const database = BERAAD_ENGINE === 'postgres' ? await emptyDatabase(`founded_${process.pid}`) : undefined
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
