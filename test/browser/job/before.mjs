// Before the table: a worry that is told, the list, and who is asked to come. `as` gives the page of
// somebody in the cast.
import assert from 'node:assert/strict'
import { accepted, fill, follow, later, look, press, send, today } from '../lib/index.mjs'
import { people } from './cast.mjs'

// told: Lotte asks for a conversation, Nele listens and fills in the guide.
export async function told(as) {
  const [lotte, nele] = [as('clb'), as('coordinator')]
  await lotte.goto('/refer')
  await look(lotte, 'refer')
  await press(lotte, 'Vraag een gesprek')
  await look(lotte, 'conversation asked')

  await nele.goto('/today')
  await look(nele, 'today of the coordinator')
  await follow(nele, 'Lotte Claes vraagt een gesprek')
  await look(nele, 'listen')
  await fill(nele, {
    danger: 'no', sector: 'education', goes_well: 'Komt elke dag naar school.', fact_1: 'Prees een aanslag in de klas.',
    fact_1_when: 'vorige week', fact_1_source: 'seen', indication: 'Zegt dat ze het allemaal zullen zien.',
    first: 'Jonas', last: 'Verzonnen', birth_year: '1998', town: 'Demerrode', consent: 'informed',
  })
  await press(nele, 'Lees voor')
  await look(nele, 'read aloud')
  await press(nele, 'Bewaar')
  await look(nele, 'kept')

  await nele.goto('/list')
  await look(nele, 'list')
  await Promise.all([nele.waitForEvent('load'), nele.locator('main a', { hasText: 'Open de aanmelding' }).last().click()])
  return new URL(nele.url()).pathname
}

// listed: compared, weighed, checked by the officer, and put on the list by the mayor alone.
export async function listed(as, referral) {
  const [nele, sofie, karim] = [as('coordinator'), as('officer'), as('mayor')]
  await look(nele, 'referral')
  await follow(nele, 'Is er al iets?')
  await press(nele, 'Vergelijk')
  await look(nele, 'compared')
  await nele.goto(`${referral}/threshold`)
  await look(nele, 'threshold')
  await fill(nele, { grounds: 'Hij prees een aanslag en kondigde iets aan.', advice: 'Welzijn kan helpen.' })
  await press(nele, 'Leg voor aan de burgemeester')
  await nele.goto(`${referral}/officer`)
  await look(nele, 'officer')
  await nele.locator('main [name="officer"]').first().check()
  await press(nele, 'Vraag het nazicht')

  await sofie.goto('/checks')
  await look(sofie, 'checks')
  await Promise.all([sofie.waitForEvent('load'), sofie.locator('main ul a').first().click()])
  await look(sofie, 'check')
  await press(sofie, 'Mag op de agenda')

  await karim.goto('/list')
  const before = await codes(karim)
  await karim.goto(`${referral}/decide`)
  await look(karim, 'decide')
  await press(karim, 'Zet op de lijst')
  await karim.goto('/list')
  const [code] = (await codes(karim)).filter(c => !before.includes(c))
  assert.ok(code, 'a new code stands on the list')
  assert.ok(!(await karim.content()).includes('Verzonnen'), 'the list shows no name')
  return code
}

export const codes = async page => (await page.locator('main').innerText()).match(/[A-Z][a-z]+-[3-9][0-9]/g) ?? []

// planned: a meeting on the next day, for a case; without one, to practise the roles.
export async function planned(as, code) {
  const nele = as('coordinator')
  await nele.goto('/meetings/plan')
  await look(nele, 'plan')
  await fill(nele, { day: await today(nele, 1), clock: '14:00', place: 'Stadhuis, zaal 2', mode: 'spoken', kind: code ? 'operational' : 'practice' })
  await nele.locator('main button.button-primary').click()
  await nele.waitForURL(/meetings\/[a-z0-9]{26}/)
  const meeting = new URL(nele.url()).pathname
  if (!code) return meeting
  await nele.locator('main [name="case"]').selectOption({ label: await optionWith(nele, 'case', code) })
  await send(nele, '/case')
  await look(nele, 'agenda')
  return meeting
}

const optionWith = (page, name, text) => page.locator(`main [name="${name}"] option`, { hasText: text }).first().innerText()

// invited: each partner is asked for one question, by the mayor; both read the secrecy text first and come.
export async function invited(as, meeting, code) {
  const [nele, karim] = [as('coordinator'), as('mayor')]
  await nele.goto(meeting)
  await follow(nele, code)
  await look(nele, 'item of the agenda')
  await follow(nele, 'Kies wie nodig is')
  await look(nele, 'who is needed')
  const needed = new URL(nele.url()).pathname
  for (const [stem, question] of [['clb', 'Wat lukt er op school?'], ['caw', 'Kan hij bij jullie terecht?']]) {
    await follow(nele, people[stem].name)
    await look(nele, 'choose')
    await fill(nele, { contribution: question })
    await nele.locator('main button.button-primary').click()
    await accepted(nele)
  }
  await karim.goto(needed)
  await send(karim, needed)
  for (const who of [as('clb'), as('caw')]) {
    await who.goto('/today')
    await Promise.all([who.waitForEvent('load'), who.locator('main a[href^="/invitations/"]').last().click()])
    await look(who, 'invitation')
    await who.locator('main form[action$="/secrecy"] button').click()
    await look(who, 'invitation after the secrecy text')
    await press(who, 'Ik kom')
  }
}

// dayOf moves the clock until the day of the meeting has come.
export async function dayOf(as, meeting) {
  const nele = as('coordinator')
  await nele.goto(meeting)
  const day = (await nele.locator('h1').innerText()).match(/[0-9]+ [a-z]+ [0-9]{4}/)[0]
  for (let days = 0; days < 20; days++) {
    await nele.goto('/practice/clock')
    if ((await nele.locator('main .lead').innerText()).includes(day)) return
    await later(nele, 'Een dag')
  }
  assert.fail(`${day} never comes`)
}
