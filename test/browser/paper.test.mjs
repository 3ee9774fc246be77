// An evening on which nothing is on: everything important is on paper, and what was signed is entered
// within seven days. It then counts as if it had been spoken with the screen on.
import assert from 'node:assert/strict'
import { accepted, anew, fill, follow, later, look, press, says, send, signIn, story, tidied, today, whole } from './lib/index.mjs'

const nele = 'Nele, coördinator'
const karim = 'Karim, burgemeester'
const lotte = 'Lotte, CLB'
const place = 'Parochiezaal, zonder stroom'

story('an evening on paper counts as much as an evening with a screen', async ({ person, town }) => {
  await anew(town.origin)
  const page = await person()
  const { meeting, code } = await planned(page)
  await printed(page, meeting, code)
  await tooEarly(page, meeting, code)
  await later(page, 'Een dag', 3)
  await arrived(page, meeting)
  await withoutPolice(page, meeting, code)
  const item = await entered(page, meeting, code)
  await nothingYet(page, code)
  await agreed(page, item)
  await onlyTheChair(page, meeting)
  await attested(page, meeting)
  await counts(page, meeting, code)
})

story('what lay on paper longer than seven days is not entered any more', async ({ person, town }) => {
  await anew(town.origin)
  const page = await person()
  const { meeting, code } = await planned(page)
  await later(page, 'Een week')
  await arrived(page, meeting)
  await later(page, 'Een dag', 2)
  await page.goto(`${meeting}/table`)
  await follow(page, code)
  await sheet(page)
  await page.locator('main button.button-primary').click()
  await page.waitForLoadState()
  await look(page, 'paper too late')
  await says(page, 'Overnemen kan tot 7 dagen na de vergadering.')
}, { town: tidied })

// planned: Nele plans an evening on paper for the case that is on the list and was never talked about,
// and the mayor invites the school, and somebody without an account, who gets a letter.
async function planned(page) {
  await signIn(page, nele)
  const code = await newCase(page)
  await page.goto('/meetings/plan')
  await fill(page, { day: await today(page, 1), clock: '19:30', place, mode: 'paper', kind: 'operational' })
  await press(page, 'Plan')
  const meeting = new URL(page.url()).pathname
  await page.locator('main [name="case"]').selectOption({ label: code })
  await send(page, '/case')
  await follow(page, code)
  await follow(page, 'Kies wie nodig is')
  const needed = new URL(page.url()).pathname
  for (const who of ['Lotte Claes', 'Inge Thijs']) {
    await follow(page, who)
    await fill(page, { contribution: 'Wat kan jouw organisatie aanbieden?' })
    await page.locator('main button.button-primary').click()
    await accepted(page)
  }
  await signIn(page, karim)
  await page.goto(needed)
  await send(page, needed)
  await signIn(page, nele)
  return { meeting, code }
}

// newCase is the code of the case on the list that no table has talked about yet.
async function newCase(page) {
  await page.goto('/list')
  const row = page.locator('main li, main .row', { hasText: 'op de lijst' }).first()
  return (await row.innerText()).match(/[A-Z][a-z]+-[3-9][0-9]/)[0]
}

// printed: one button gives the whole pack, and everything of it fits on A4.
async function printed(page, meeting, code) {
  await page.goto(`${meeting}/papers`)
  for (const box of await page.locator('main [name="paper"]').all()) await box.check()
  await fill(page, { copies: '6' })
  await look(page, 'choose the papers')
  await press(page, 'Toon om af te drukken')
  await says(page, 'Agenda', code, 'Wie is er', 'Wat we hier horen, blijft hier', 'Wat beschermt', 'Besluit', 'Afspraak', 'LTF', 'VDAB Demerland', 'Antwoord',
    '6 exemplaren', 'Vernietig')
  assert.ok(!(await page.locator('main').innerText()).includes('Lotte'), 'no name of a participant lies on the table')
  await look(page, 'the pack on the screen')
  await whole(page)
}

async function tooEarly(page, meeting, code) {
  await page.goto(`${meeting}/table`)
  assert.equal(await page.locator('main form[action$="/attest"]').count(), 0, 'an evening that has to come is not attested')
  await look(page, 'table before an evening on paper')
}

// arrived: the signed list of who was there.
async function arrived(page, meeting) {
  await page.goto(`${meeting}/table`)
  for (const who of ['Karim Haddad', 'Nele Baert', 'Sofie Maes', 'Lotte Claes']) {
    const line = page.locator('main fieldset', { hasText: who })
    for (const box of await line.getByRole('checkbox').all()) await box.check()
  }
  await send(page, '/check-in')
  await accepted(page)
}

// sheet copies one signed sheet: who was inside, how many places said something, and what was decided.
async function sheet(page, { without = '' } = {}) {
  for (const box of await page.locator('main [name="inside"]').all()) { // who was invited for the point is inside already
    const who = await page.locator(`main label[for="${await box.getAttribute('id')}"]`).innerText()
    await box.setChecked(!without || !who.includes(without))
  }
  await fill(page, { 'protects.school_work': '2', 'concerns.home': '1', asked_protects: 'yes', asked_concerns: 'yes' })
  for (const box of await page.locator('main [name="not_applicable"]').all()) {
    if (!['school_work', 'home'].includes(await box.inputValue())) await box.check()
  }
  for (const box of await page.locator('main [name="stops"]').all()) await box.check()
  await fill(page, { outcome: 'follow_up', signals: 'yes', table: 'yes', agreement: 'consensus', enough: 'yes', proportionate: 'yes', repercussions: 'unknown', substantive: 'yes' })
  for (const open of await page.locator('main [name^="child."][value="unknown"]').all()) await open.check()
}

async function withoutPolice(page, meeting, code) {
  await page.goto(`${meeting}/table`)
  await follow(page, code)
  await look(page, 'sheet to enter')
  await sheet(page, { without: 'information officer' })
  await press(page, 'Neem dit blad over')
  await says(page, 'De lokale politie ontbreekt.', 'wet 30 juli 2018 (LIVC R), art. 3 § 1')
  assert.ok(await page.locator('[data-errors]').evaluate(element => element === document.activeElement), 'the message has the focus')
  assert.ok(await page.locator('main [name="outcome"][value="follow_up"]').isChecked(), 'the sheet is not typed twice')
  await look(page, 'sheet without the police')
}

async function entered(page, meeting, code) {
  await page.goto(`${meeting}/table`)
  await follow(page, code)
  await sheet(page)
  await press(page, 'Neem dit blad over')
  await accepted(page)
  await look(page, 'sheet entered')
  return new URL(page.url()).pathname
}

async function nothingYet(page, code) {
  await page.goto('/terms')
  await says(page, code, 'Nog niet besproken')
}

// agreed: a goal and who follows up, an agreement, nothing to the LTF, and the report that was read aloud.
async function agreed(page, item) {
  await page.goto(item)
  await look(page, 'desk of a sheet')
  await page.goto(`${item}/path`)
  await fill(page, { goal: 'Hij volgt weer elke dag les.', goal_domain: 'school_work', review: await today(page, 30) })
  for (const box of (await page.locator('main [name="criteria"]').all()).slice(0, 2)) await box.check()
  await page.locator('main [name="reach"]').first().check()
  for (const [name, role] of [['manager', 'CLB Demer'], ['director', 'coördinator'], ['contact', 'CLB Demer']]) await choose(page, name, role)
  await press(page, await page.locator('main button.button-primary').innerText())
  await accepted(page)
  await page.goto(`${item}/action`)
  await fill(page, { what: 'Elke week een gesprek op school.', why: 'Een vaste persoon geeft rust.', kind: 'school_work', due: await today(page, 21),
    enough: 'Ja.', proportionate: 'Ja, het is hulp.', repercussions: 'Weinig.', source: 'no', parents: 'unknown', own_yes: 'yes' })
  await choose(page, 'holder', 'CLB Demer')
  await page.locator('main button.button-primary').click()
  await page.waitForLoadState()
  await accepted(page)
  await page.goto(`${item}/report`)
  for (let turn = 0; turn < 2 && /report$/.test(page.url()); turn++) {
    await fill(page, { read: 'yes', agreed: 'yes' })
    for (const mark of await page.locator('main [name="left"]').all()) await mark.check()
    await page.locator('main button.button-primary').click()
    await page.waitForLoadState()
  }
  await accepted(page)
}

const choose = (page, name, role) => page.locator(`main [name="${name}"]`).selectOption({ label: role })

// onlyTheChair: the coordinator has no button to attest, and a form that she makes herself is not known.
async function onlyTheChair(page, meeting) {
  await page.goto(`${meeting}/table`)
  await look(page, 'paper waits for the chair')
  await says(page, 'Alleen de burgemeester of de vertegenwoordiger bevestigt.')
  await page.locator('main form[action$="/check-in"]').evaluate(form => {
    form.action = form.action.replace('check-in', 'attest')
    for (const name of ['read', 'true']) form.append(Object.assign(document.createElement('input'), { name, value: 'yes' }))
  })
  await send(page, '/attest')
  await says(page, 'Deze pagina is er niet')
}

// attested: the mayor says that the text was read and that this is what they signed.
async function attested(page, meeting) {
  await signIn(page, karim)
  await page.goto(`${meeting}/table`)
  await press(page, 'Bevestig deze avond')
  await look(page, 'attested without an answer')
  await fill(page, { read: 'yes', true: 'yes' })
  await press(page, 'Bevestig deze avond')
  await accepted(page)
  await look(page, 'attested')
}

// counts: the year begins anew on the evening itself, and not on the day on which it was typed; the
// agreement is Lotte's; the meeting is over.
async function counts(page, meeting, code) {
  await page.goto(`${meeting}/table`)
  const evening = (await page.locator('h1').innerText()).match(/[0-9]+ [a-z]+ [0-9]{4}/)[0]
  assert.equal(await page.locator('main form').count(), 0, 'a meeting that is over has nothing to press')
  await page.goto('/terms')
  const row = await page.locator('main li, main .row', { hasText: code }).first().innerText()
  assert.match(row, new RegExp(`Laatst besproken op ${evening}`))
  assert.match(row, /in opvolging/)
  await signIn(page, lotte)
  await page.goto('/actions')
  await says(page, 'Elke week een gesprek op school.')
}
