// A story is a test with people in it. When it ends, every page must have kept quiet: no request to
// another host, no error on the console. A story that fails leaves a screenshot of each person.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { person } from './browser.mjs'
import { shot } from './shot.mjs'

// story runs tell({ person, town, origin }), where person(options) opens a page for somebody; see browser.mjs. It
// plays in the practice hall of the run, or in a town of its own that `town` makes; see founded.mjs.
export function story(name, tell, { town = hall } = {}) {
  test(name, async () => {
    const place = await town()
    const pages = []
    const enter = async options => {
      pages.push(await person(place.origin, options))
      return pages.at(-1)
    }
    try {
      await tell({ person: enter, town: place, origin: place.origin })
      for (const page of pages) assert.deepEqual(page.found(), [], 'the browser saw')
    } catch (error) {
      for (const [i, page] of pages.entries()) await shot(page, `failed ${name} ${i + 1}`).catch(() => {})
      throw error
    } finally {
      for (const page of pages) await page.context().close()
      await place.stop?.()
    }
  })
}

// hall is the practice hall that run.mjs opened for all stories.
async function hall() {
  const origin = process.env.BERAAD_ORIGIN
  assert.ok(origin, 'BERAAD_ORIGIN is not set: run the stories with run.mjs')
  return { origin }
}
