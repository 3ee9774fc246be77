// PostgreSQL databases beside the one that the run was given; each is dropped by who asked for it.
import { run } from './beraad.mjs'

// emptyDatabase makes a database with this name: its address, and how it is dropped.
export async function emptyDatabase(name) {
  const given = process.env.BERAAD_TEST_POSTGRES
  const sql = text => run('psql', ['--quiet', '--no-psqlrc', '--dbname', given, '--command', text])
  await sql(`CREATE DATABASE ${name}`)
  const address = new URL(given)
  address.pathname = name
  return { address: address.href, drop: () => sql(`DROP DATABASE ${name} WITH (FORCE)`) }
}
