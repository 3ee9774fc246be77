// The main job, from a worry that is told to a case that is forgotten, at a spoken table: only the
// coordinator's screen is on. Each page that is new to the story is looked at with axe.
import assert from 'node:assert/strict'
import { axe, fill, follow, noOverflow, press, says, send, signIn, story } from './lib/index.mjs'

const nele = 'Nele, coördinator'
const karim = 'Karim, burgemeester'
const sofie = 'Sofie, information officer'
const lotte = 'Lotte, CLB'
const ruben = 'Ruben, CAW'

// look is axe and the narrow screen, on a page of the story.
async function look(page, name) {
  await axe(page, name)
  await noOverflow(page)
}

// refused fails when a form came back with messages.
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
  for (const door of await doors(page)) await page.locator(`main [name="${door}"]`).first().check()
  await page.locator('main button.button-primary').click()
  await accepted(page)
  await page.waitForURL(/items/)
  await look(page, 'desk')
  return new URL(page.url()).pathname
}

const doors = page => page.locator('main [name^="door."]').evaluateAll(all => [...new Set(all.map(x => x.name))])

// weighed: both sides asked, every domain looked at, the three questions that cannot be skipped.
async function weighed(page, item) {
  await page.goto(`${item}?phase=2`)
}

async function followed() {}
async function reported() {}
async function kept() {}
async function ended() {}
async function forgotten() {}
