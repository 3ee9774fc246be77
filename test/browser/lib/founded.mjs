// A town of one story, on the engine of the run: founded out of nothing by `beraad init`, or a practice hall
// that nobody else plays in. On PostgreSQL it gets a database of its own on the server that the run was given.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { found, start } from './beraad.mjs'
import { emptyDatabase } from './database.mjs'
import { out } from './shot.mjs'

// founded makes the town and serves it: its address, the founder's link and code, and stop.
export const founded = names => alone('founded', place => found({ ...place, ...names }))

// apart is a practice hall of its own, which a story may let fall and rise.
export const apart = () => alone('apart', start)

async function alone(name, begin) {
  const { BERAAD_BIN, BERAAD_ENGINE } = process.env
  const folder = await mkdtemp(join(tmpdir(), `beraad-${name}-`))
  const database = BERAAD_ENGINE === 'postgres' ? await emptyDatabase(`${name}_${process.pid}`) : undefined
  const log = join(out, `beraad-${name}-${BERAAD_ENGINE}.log`)
  await rm(log, { force: true })
  const beraad = await begin({ bin: resolve(BERAAD_BIN), folder, database: database?.address, log })
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
