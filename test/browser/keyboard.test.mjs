// A meeting with the keyboard alone, in the order in which one speaks: Tab, Space, the arrows and Enter.
import assert from 'node:assert/strict'
import { accepted, anew, choose, enter, later, pick, reach, says, signIn, skip, story, tick, tidied, today, write, writeDay } from './lib/index.mjs'

const here = ['Karim Haddad', 'Nele Baert', 'Sofie Maes', 'Lotte Claes']

story('a meeting is held with the keyboard alone', async ({ person, town }) => {
  await anew(town.origin)
  const page = await person()
  await signIn(page, 'Nele, coördinator')
  await later(page, 'Een week')
  await signedIn(page)
  await opened(page)
  await caseOpened(page)
  await weighed(page)
  await decided(page)
  await agreed(page)
  await reported(page)
  await over(page)
}, { town: tidied })

const button = (page, name) => page.locator('main').getByRole('button', { name, exact: true }).first()
const primary = page => page.locator('main button.button-primary')
const link = (page, name) => page.locator('main').getByRole('link', { name }).first()

// forward goes on to the next phase of the talk.
async function forward(page) {
  await skip(page)
  await enter(page, page.locator('main form[action$="/phase"]').getByRole('button', { name: 'Volgende' }))
}

async function signedIn(page) {
  await page.goto('/')
  await enter(page, page.getByRole('button', { name: 'Nele, coördinator', exact: true }))
  await skip(page)
  await enter(page, link(page, 'Open de vergadering'))
  await skip(page)
  await enter(page, link(page, 'Aan tafel'))
}

// opened: who is there, the text that is read aloud, and only then the button to open.
async function opened(page) {
  await skip(page)
  const boxes = []
  for (const line of await page.locator('main form[action$="/check-in"] fieldset').all()) {
    const who = await line.innerText()
    if (here.some(name => who.includes(name))) boxes.push(...await line.getByRole('checkbox').all())
  }
  await tick(page, ...boxes)
  await enter(page, page.locator('main form[action$="/check-in"]').getByRole('button'))
  await accepted(page)
  await skip(page)
  await reach(page, page.locator('main [name="chair"]').first())
  await page.keyboard.press('Space')
  await tick(page, page.locator('main [name="read"]'))
  await enter(page, primary(page).first())
  await accepted(page)
}

// caseOpened: everybody inside or outside, from the top of the list to its end.
async function caseOpened(page) {
  await skip(page)
  await enter(page, page.locator('main a[href$="/open"]').first())
  await skip(page)
  for (const name of await page.locator('main [name^="door."][value="in"]').evaluateAll(all => all.map(one => one.name))) await pick(page, name, 'in')
  await enter(page, primary(page))
  await accepted(page)
  assert.match(page.url(), /items/)
}

async function weighed(page) {
  await forward(page)
  await skip(page)
  await write(page, 'protects.school_work', '2')
  await tick(page, page.locator('main [name="asked_protects"]'))
  await write(page, 'concerns.home', '1')
  await tick(page, page.locator('main [name="asked_concerns"]'))
  const rest = page.locator('main [name="not_applicable"]:not([value="school_work"]):not([value="home"])')
  await tick(page, ...await rest.all())
  await enter(page, page.locator('main form[action$="/weigh"]').getByRole('button'))
  await accepted(page)
  for (let phase = 0; phase < 3; phase++) await forward(page)
  await skip(page)
  await tick(page, ...await page.locator('main [name="stops"]').all())
  await enter(page, page.locator('main form[action$="/stops"]').getByRole('button'))
  await accepted(page)
}

async function decided(page) {
  if (!await page.locator('main [name="outcome"]').count()) await forward(page)
  await skip(page)
  await pick(page, 'outcome', 'follow_up')
  await pick(page, 'signals', 'yes')
  await pick(page, 'table', 'yes')
  await pick(page, 'agreement', 'consensus')
  for (const name of ['enough', 'proportionate', 'repercussions']) await pick(page, name, 'unknown')
  for (const name of await page.locator('main [name^="child."][value="unknown"]').evaluateAll(all => all.map(one => one.name))) await pick(page, name, 'unknown')
  await enter(page, page.locator('main form[action$="/decide"]').getByRole('button'))
  await accepted(page)
}

// agreed: who follows up and until when, and one agreement, with the yes of its holder.
async function agreed(page) {
  await skip(page)
  await enter(page, link(page, 'Opvolging'))
  await skip(page)
  await write(page, 'goal', 'Hij volgt weer elke dag les.')
  await choose(page, 'goal_domain', await page.locator('main [name="goal_domain"] option[value="school_work"]').innerText())
  await tick(page, ...(await page.locator('main [name="criteria"]').all()).slice(0, 2))
  await choose(page, 'manager', 'CLB Demer')
  await pick(page, 'reach', await page.locator('main [name="reach"]').first().inputValue())
  await choose(page, 'director', 'coördinator')
  await choose(page, 'contact', 'CLB Demer')
  await writeDay(page, 'review', await today(page, 30))
  await enter(page, primary(page))
  await accepted(page)
  await skip(page)
  await enter(page, link(page, 'Nieuwe afspraak'))
  await skip(page)
  await write(page, 'what', 'Elke week een gesprek op school.')
  await write(page, 'why', 'Een vaste persoon geeft rust.')
  await choose(page, 'kind', await page.locator('main [name="kind"] option[value="school_work"]').innerText())
  await choose(page, 'holder', 'CLB Demer')
  await writeDay(page, 'due', await today(page, 21))
  for (const name of ['enough', 'proportionate', 'repercussions']) await write(page, name, 'Ja.')
  if (await page.locator('main [name="parents"]').count()) await pick(page, 'parents', 'unknown')
  await pick(page, 'own_yes', 'yes')
  await pick(page, 'source', 'no')
  await enter(page, primary(page))
  await accepted(page)
  await says(page, 'Elke week een gesprek op school.')
}

// reported: nothing to the LTF, and the report is read aloud and agreed.
async function reported(page) {
  await forward(page)
  await skip(page)
  await enter(page, link(page, 'LTF'))
  await skip(page)
  await enter(page, primary(page))
  await skip(page)
  await enter(page, link(page, /[A-Z][a-z]+-[3-9][0-9]/))
  await forward(page)
  await skip(page)
  await enter(page, primaryLink(page))
  for (let turn = 0; turn < 2 && /report$/.test(page.url()); turn++) {
    await skip(page)
    const left = await page.locator('main [name="left"]').all()
    await tick(page, ...left, page.locator('main [name="read"]'), page.locator('main [name="agreed"]'))
    await enter(page, primary(page))
  }
  await accepted(page)
}

const primaryLink = page => page.locator('main a.button-primary').first()

async function over(page) {
  await skip(page)
  await enter(page, primaryLink(page))
  await skip(page)
  await tick(page, page.locator('main [name="substantive"]'))
  await enter(page, primary(page))
  await accepted(page)
  await skip(page)
  await enter(page, button(page, 'Sluit de vergadering'))
  assert.equal(await page.locator('main form').count(), 0, 'the meeting is over')
}
