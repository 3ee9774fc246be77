// The practice hall itself: its clock, and a fresh town.
import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { press } from './hands.mjs'

const months = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december']

// anew has the town played again, so that a story begins on the first day whatever was played before it.
export async function anew(origin) {
  const form = await (await fetch(`${origin}/practice/anew`)).text()
  const [, token] = form.match(/action="\/practice\/anew"[^]*?name="token" value="([^"]+)"/)
  await fetch(`${origin}/practice/anew`, { method: 'POST', body: new URLSearchParams({ token }), redirect: 'manual' })
  await played(origin)
}

// played waits until the town is there.
export async function played(origin) {
  for (const end = Date.now() + 60_000; Date.now() < end; await wait(100)) {
    const first = await fetch(origin).then(answer => answer.text(), () => '')
    if (first.includes('action="/practice/as"')) return
  }
  assert.fail('the town is not played again within a minute')
}

// tidied is the hall for a story that moves its clock or uses it up: it is played again afterwards, so that
// the next file finds it as it was.
export async function tidied() {
  const origin = process.env.BERAAD_ORIGIN
  return { origin, stop: () => anew(origin) }
}

// today is the civil day that the strip on top shows, as YYYY-MM-DD; after counts days from it.
export async function today(page, after = 0) {
  const [, day, month, year] = (await page.locator('.practice-day').innerText()).match(/([0-9]+) ([a-z]+) ([0-9]{4})/)
  return new Date(Date.UTC(+year, months.indexOf(month), +day + after)).toISOString().slice(0, 10)
}

// later presses the button of the clock so many times; a step is a day, a week, a month or a year.
export async function later(page, step, times = 1) {
  for (let i = 0; i < times; i++) {
    await page.goto('/practice/clock')
    await press(page, step)
  }
}
