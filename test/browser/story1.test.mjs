// The main job, from a worry that is told to a case that is forgotten, at a spoken table: only the
// coordinator's screen is on. Each page that is new to the story is looked at with axe.
import assert from 'node:assert/strict'
import { fill, follow, look, press, says, send, signIn, story } from './lib/index.mjs'

const nele = 'Nele, coördinator'
const karim = 'Karim, burgemeester'
const sofie = 'Sofie, information officer'
const lotte = 'Lotte, CLB'
const ruben = 'Ruben, CAW'

// accepted fails when a form came back with messages.
async function accepted(page) {
  const messages = await page.locator('[data-errors], .fault').allInnerTexts()
  assert.deepEqual(messages.filter(Boolean), [], page.url())
}

story('a worry is told, put on the list, talked about, closed and forgotten', async ({ person }) => {
  const page = await person()
  const referral = await told(page)
  const code = await listed(page, referral)
  const meeting = await invited(page, code)
  await dayOf(page, meeting)
  const item = await opened(page, meeting, code)
  await weighed(page, item)
  await followed(page, item)
  await reported(page, item, meeting)
  await kept(page)
  await ended(page, code)
  await forgotten(page, code)
})

// told: Lotte asks for a conversation, Nele listens and fills in the guide.
async function told(page) {
  await signIn(page, lotte)
  await page.goto('/refer')
  await look(page, 'refer')
  await press(page, 'Vraag een gesprek')
  await look(page, 'conversation asked')

  await signIn(page, nele)
  await look(page, 'today of the coordinator')
  await follow(page, 'Lotte Claes vraagt een gesprek')
  await look(page, 'listen')
  await fill(page, {
    danger: 'no', sector: 'education', goes_well: 'Komt elke dag naar school.', fact_1: 'Prees een aanslag in de klas.',
    fact_1_when: 'vorige week', fact_1_source: 'seen', indication: 'Zegt dat ze het allemaal zullen zien.',
    first: 'Jonas', last: 'Verzonnen', birth_year: '1998', town: 'Demerrode', consent: 'informed',
  })
  await press(page, 'Lees voor')
  await look(page, 'read aloud')
  await press(page, 'Bewaar')
  await look(page, 'kept')

  await page.goto('/list')
  await look(page, 'list')
  await Promise.all([page.waitForEvent('load'), page.locator('main a', { hasText: 'Open de aanmelding' }).last().click()])
  return new URL(page.url()).pathname
}

// listed: compared, weighed, checked by the officer, and put on the list by the mayor alone.
async function listed(page, referral) {
  await look(page, 'referral')
  await follow(page, 'Is er al iets?')
  await press(page, 'Vergelijk')
  await look(page, 'compared')
  await page.goto(`${referral}/threshold`)
  await look(page, 'threshold')
  await fill(page, { grounds: 'Hij prees een aanslag en kondigde iets aan.', advice: 'Welzijn kan helpen.' })
  await press(page, 'Leg voor aan de burgemeester')
  await page.goto(`${referral}/officer`)
  await look(page, 'officer')
  await page.locator('main [name="officer"]').first().check()
  await press(page, 'Vraag het nazicht')

  await signIn(page, sofie)
  await page.goto('/checks')
  await look(page, 'checks')
  await Promise.all([page.waitForEvent('load'), page.locator('main ul a').first().click()])
  await look(page, 'check')
  await press(page, 'Mag op de agenda')

  await signIn(page, karim)
  await page.goto('/list')
  const before = await codes(page)
  await page.goto(`${referral}/decide`)
  await look(page, 'decide')
  await press(page, 'Zet op de lijst')
  await page.goto('/list')
  const [code] = (await codes(page)).filter(c => !before.includes(c))
  assert.ok(code, 'a new code stands on the list')
  assert.ok(!(await page.content()).includes('Verzonnen'), 'the list shows no name')
  return code
}

const codes = async page => (await page.locator('main').innerText()).match(/[A-Z][a-z]+-[3-9][0-9]/g) ?? []

// invited: on the agenda of the next meeting, each partner for one question, sent by the mayor.
async function invited(page, code) {
  await signIn(page, nele)
  await follow(page, 'Open de vergadering')
  const meeting = new URL(page.url()).pathname
  await page.locator('main [name="case"]').selectOption({ label: await optionWith(page, 'case', code) })
  await send(page, '/case')
  await look(page, 'agenda')
  await follow(page, code)
  await look(page, 'item of the agenda')
  await page.goto(`${meeting}/cases/${await caseOf(page, code)}`)
  await look(page, 'who is needed')
  for (const [who, question] of [['Lotte Claes', 'Wat lukt er op school?'], ['Ruben Jacobs', 'Kan hij bij jullie terecht?']]) {
    await follow(page, who)
    await look(page, 'choose')
    await fill(page, { contribution: question })
    await page.locator('main button.button-primary').click()
    await accepted(page)
  }
  const needed = new URL(page.url()).pathname
  await signIn(page, karim)
  await page.goto(needed)
  await send(page, needed)
  for (const who of [lotte, ruben]) {
    await signIn(page, who)
    await page.goto('/today')
    await Promise.all([page.waitForEvent('load'), page.locator('main a[href^="/invitations/"]').last().click()])
    await look(page, 'invitation')
    await page.locator('main form[action$="/secrecy"] button').click()
    await look(page, 'invitation after the secrecy text')
    await press(page, 'Ik kom')
  }
  return meeting
}

const optionWith = (page, name, text) => page.locator(`main [name="${name}"] option`, { hasText: text }).first().innerText()

async function caseOf(page, code) {
  const item = page.url()
  await page.goto('/list')
  const href = await page.locator('main a', { hasText: code }).first().getAttribute('href')
  await page.goto(item)
  return href.split('/').pop()
}

// dayOf moves the clock of the hall until the day of the meeting has come.
async function dayOf(page, meeting) {
  await signIn(page, nele)
  await page.goto(meeting)
  const day = (await page.locator('h1').innerText()).match(/[0-9]+ [a-z]+ [0-9]{4}/)[0]
  for (let days = 0; days < 20; days++) {
    await page.goto('/practice/clock')
    if ((await page.locator('main .lead').innerText()).includes(day)) return
    await press(page, 'Een dag')
  }
  assert.fail(`${day} never comes`)
}

// opened: everybody checked in, the text read aloud, the case opened with who belongs inside.
async function opened(page, meeting, code) {
  await page.goto(`${meeting}/table`)
  await look(page, 'check in')
  for (const box of await page.locator('main [name="present"], main [name="acknowledged"]').all()) await box.check()
  await send(page, '/check-in')
  await accepted(page)
  await look(page, 'before opening')
  await page.locator('main [name="chair"]').first().check()
  await fill(page, { read: 'yes' })
  await page.locator('main form[action$="/open"] button.button-primary').click()
  await look(page, 'table')
  await Promise.all([page.waitForEvent('load'), page.locator('main li, main .row', { hasText: code }).first().getByRole('link').first().click()])
  await look(page, 'open item')
  for (const door of await page.locator('main fieldset:has([name^="door."])').all()) {
    const out = /Jeugddienst|vertegenwoordiger/.test(await door.locator('legend').innerText())
    await door.getByLabel(out ? 'buiten' : 'binnen').check()
  }
  await page.locator('main button.button-primary').click()
  await accepted(page)
  await page.waitForURL(/items/)
  await look(page, 'desk')
  return new URL(page.url()).pathname
}

// next goes to the next phase of the talk.
const next = page => send(page, '/phase', 'Volgende')

// weighed: both sides asked, every domain looked at, the three questions that cannot be skipped, and
// then, not before, the direction.
async function weighed(page, item) {
  await page.goto(item)
  await next(page)
  await look(page, 'what goes well')
  await fill(page, { asked_protects: 'yes', asked_concerns: 'yes', 'protects.school_work': '2', 'concerns.school_work': '1', 'protects.home': '1' })
  for (const box of await page.locator('main [name="not_applicable"]').all()) {
    if (!['school_work', 'home'].includes(await box.inputValue())) await box.check()
  }
  await send(page, '/weigh')
  await accepted(page)
  await next(page)
  await next(page)
  await look(page, 'what we do not know')
  await next(page)
  await look(page, 'another explanation')
  for (const box of await page.locator('main [name="stops"]').all()) await box.check()
  await send(page, '/stops')
  await accepted(page)
  await page.goto(item)
  if (!await page.locator('main [name="outcome"]').count()) await next(page)
  await look(page, 'the decision')
  await fill(page, { outcome: 'follow_up', signals: 'yes', table: 'yes', agreement: 'consensus', enough: 'yes', proportionate: 'yes', repercussions: 'unknown' })
  await send(page, '/decide')
  await accepted(page)
}

// day is a civil day after the one that the strip on top shows.
async function day(page, after) {
  const months = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december']
  const [, d, m, y] = (await page.locator('.practice-day').innerText()).match(/([0-9]+) ([a-z]+) ([0-9]{4})/)
  return new Date(Date.UTC(+y, months.indexOf(m), +d + after)).toISOString().slice(0, 10)
}

// holder chooses somebody who is inside, by role.
async function holder(page, name, role) {
  await page.locator(`main [name="${name}"]`).selectOption({ label: role })
}

// followed: a goal, who keeps an eye on it, and one agreement that its holder says yes to.
async function followed(page, item) {
  await page.goto(`${item}/path`)
  await look(page, 'path')
  await fill(page, { goal: 'Hij volgt weer elke dag les.', goal_domain: 'school_work', reach: 'gathers', review: await day(page, 30) })
  for (const box of (await page.locator('main [name="criteria"]').all()).slice(0, 2)) await box.check()
  await holder(page, 'manager', 'CLB Demer')
  await holder(page, 'director', 'coördinator')
  await holder(page, 'contact', 'CLB Demer')
  await page.locator('main button.button-primary').click()
  await accepted(page)
  await page.goto(`${item}/action`)
  await look(page, 'agreement')
  await fill(page, { what: 'Elke week een gesprek op school.', why: 'Een vaste persoon geeft rust.', kind: 'school_work', due: await day(page, 21),
    enough: 'Ja.', proportionate: 'Ja, het is hulp.', repercussions: 'Weinig.', source: 'no', own_yes: 'yes' })
  await holder(page, 'holder', 'CLB Demer')
  await page.locator('main button.button-primary').click()
  await accepted(page)
}

// reported: nothing to the LTF, the report read aloud and agreed, the item and the meeting closed.
async function reported(page, item, meeting) {
  await page.goto(`${item}/feedback`)
  await look(page, 'feedback')
  await send(page, '/feedback')
  await page.goto(`${item}/report`)
  await look(page, 'report')
  for (let turn = 0; turn < 2 && /report$/.test(page.url()); turn++) {
    await fill(page, { read: 'yes', agreed: 'yes' })
    for (const mark of await page.locator('main [name="left"]').all()) await mark.check()
    await page.locator('main button.button-primary').click()
    await page.waitForLoadState()
  }
  await accepted(page)
  await look(page, 'report agreed')
  await page.goto(`${item}/close`)
  await look(page, 'close item')
  await fill(page, { substantive: 'yes' })
  await page.locator('main button.button-primary').click()
  await page.goto(`${meeting}/table`)
  await send(page, '/close')
  await look(page, 'meeting closed')
}

// kept: Lotte has an agreement and keeps nothing else; nothing is the usual choice.
async function kept(page) {
  await signIn(page, lotte)
  await page.goto('/actions')
  await says(page, 'Elke week een gesprek op school.')
  await look(page, 'actions')
  await page.goto('/dossiers')
  await look(page, 'own dossiers')
  await Promise.all([page.waitForEvent('load'), page.locator('main a[href^="/offers/"]').first().click()])
  await look(page, 'what to keep')
  await page.locator('main button.button-primary').click()
  await page.waitForLoadState()
  await look(page, 'nothing kept')
}

// ended: a second meeting closes the case by the criteria that were chosen at the first.
async function ended(page, code) {
  await signIn(page, nele)
  await page.goto('/meetings/plan')
  await look(page, 'plan')
  await fill(page, { day: await day(page, 1), clock: '14:00', place: 'Stadhuis, zaal 2', mode: 'spoken', kind: 'operational' })
  await page.locator('main button.button-primary').click()
  await page.waitForURL(/meetings\/[a-z0-9]{26}/)
  const meeting = new URL(page.url()).pathname
  await page.locator('main [name="case"]').selectOption({ label: await optionWith(page, 'case', code) })
  await send(page, '/case')
  await dayOf(page, meeting)
  const item = await opened(page, meeting, code)
  await next(page)
  await fill(page, { asked_protects: 'yes', asked_concerns: 'yes' })
  for (const box of await page.locator('main [name="not_applicable"]').all()) await box.check()
  await send(page, '/weigh')
  for (let phase = 0; phase < 3; phase++) await next(page)
  for (const box of await page.locator('main [name="stops"]').all()) await box.check()
  await send(page, '/stops')
  await page.goto(item)
  if (!await page.locator('main [name="outcome"]').count()) await next(page)
  await fill(page, { outcome: 'regular', agreement: 'consensus', enough: 'yes', proportionate: 'yes', repercussions: 'yes' })
  await send(page, '/decide')
  await accepted(page)
  await page.goto(`${item}/closing`)
  await look(page, 'closing')
  for (const set of await page.locator('main fieldset:has([name^="goal-"]), main fieldset:has([name^="criterion-"])').all()) {
    await set.locator('input').first().check()
  }
  await fill(page, { contact: 'Het CLB blijft bereikbaar.', referrer_asked: 'yes', verdict: 'close', reason: 'goals' })
  await page.locator('main button.button-primary').click()
  await page.waitForLoadState()
  await accepted(page)
  await reported(page, item, meeting)
}

// forgotten: a year later the case is gone from the list, and a proof is left that names nobody.
async function forgotten(page, code) {
  await page.goto('/terms')
  await says(page, code)
  await look(page, 'terms')
  await page.goto('/practice/clock')
  await look(page, 'clock')
  await press(page, 'Een jaar')
  await page.goto('/terms')
  assert.ok(!(await page.content()).includes(code), `${code} is forgotten`)
  await Promise.all([page.waitForEvent('load'), page.locator('main a[href^="/proofs/"]').first().click()])
  await look(page, 'proof')
  assert.equal((await codes(page)).length, 0, 'a proof names no case')
}
