// run.mjs is tried with a program that stands in for Beraad.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { out } from '../lib/shot.mjs'

const here = import.meta.dirname

// run returns how run.mjs ended and what it said.
function run(args, env = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(here, '../run.mjs'), ...args], {
    env: { ...process.env, BERAAD_BIN: join(here, 'stand-in.mjs'), ...env }, encoding: 'utf8', timeout: 60_000,
  })
  return { status, said: stdout + stderr }
}

test('a story that passes makes the run pass', () => {
  const { status, said } = run([join(here, 'passes.story.mjs')])
  assert.equal(status, 0, said)
  assert.match(said, /pass 1/)
})

test('a story in which the browser saw a fault makes the run fail and leaves a screenshot', () => {
  const { status, said } = run([join(here, 'fails.story.mjs')])
  assert.equal(status, 1, said)
  assert.match(said, /broken on purpose/)
  const left = join(out, 'failed-a-page-that-is-not-right-1-1280-light.png')
  assert.ok(readFileSync(left).length)
  rmSync(left)
})

test('on PostgreSQL the program gets the address of the database', () => {
  const database = 'postgres:///proef?host=%2Ftmp'
  assert.equal(run(['--engine', 'postgres', join(here, 'passes.story.mjs')], { BERAAD_TEST_POSTGRES: database }).status, 0)
  assert.match(readFileSync(join(out, 'beraad-postgres.log'), 'utf8'), /database postgres:\/\/\/proef\?host=%2Ftmp/)
})

for (const [what, args, env, pattern] of [
  ['without a program', [], { BERAAD_BIN: '' }, /BERAAD_BIN is not set/],
  ['with a program that ends at once', ['x'], { BERAAD_BIN: '/bin/false' }, /ended before it was ready: 1/],
  ['with a program that is not there', ['x'], { BERAAD_BIN: '/not/there' }, /ended before it was ready: .*ENOENT/],
  ['with an engine that does not exist', ['--engine', 'oracle', 'x'], {}, /sqlite or postgres/],
  ['on PostgreSQL without a database', ['--engine', 'postgres', 'x'], { BERAAD_TEST_POSTGRES: '' }, /BERAAD_TEST_POSTGRES is not set/],
]) {
  test(`the run fails ${what}`, () => {
    const { status, said } = run(args, env)
    assert.equal(status, 1, said)
    assert.match(said, pattern)
  })
}
