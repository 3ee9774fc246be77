// Every legal act once, with JavaScript off, as the field does them one after the other. At the end the
// forms that were pressed are held against the list of all forms of the product. What stands behind a form is
// tested on both engines in Go; here it is the browser that counts, so the stories are told on SQLite.
import assert from 'node:assert/strict'
import { act, anew, changes, digits, fetched, fill, founded, later, never, says, sent, story as told, taken, tidied, today } from './lib/index.mjs'
import { as, names, open, option, path, values, who } from './job/acting.mjs'
import { demerrode, people } from './job/cast.mjs'

const story = process.env.BERAAD_ENGINE === 'postgres' ? () => {} : told
const off = { javaScript: false }

// without says why a form is not pressed here.
const without = {
  '/sign-in/passkey': 'a passkey is a ceremony of the browser and its script; the passphrase is its equal',
  '/sign-in/passkey/options': 'as above',
  '/step-up/passkey': 'as above',
  '/step-up/passkey/options': 'as above',
  '/keys/passkey': 'as above',
  '/keys/passkey/options': 'as above',
  '/keys/passkey/read': 'as above',
  '/keys/passkey/read/options': 'as above',
  '/meetings/{meeting}/ask-chair': 'the same form is sent to the address of the door itself, with the button that asks',
  '/terms': 'the button is there while the brake on erasing holds, and the clock of the practice hall runs too evenly for that',
  '/stay': 'the script sends it when somebody who was warned goes on; without it every page that is opened does the same',
}

// ilse works beside Lotte; she makes her own keys, so no button of the hall lets her in.
const ilse = { name: 'Ilse Peeters', mail: 'ilse.peeters@clb.demerrode.example' }
// joris works beside Nele, and stands in for her.
const joris = { name: 'Joris Stevens', mail: 'joris.stevens@demerrode.example' }
const passphrase = 'zeven paarse fietsen zwijgen traag'

// enrolled: a link, a code that was said, a passphrase, an app, and a paper that was kept.
async function enrolled(page, link, code) {
  await page.goto(link)
  await act(page, new URL(page.url()).pathname, { rules: 'yes', code })
  await page.goto('/keys/passphrase')
  await act(page, '/keys/passphrase', { passphrase, again: passphrase })
  const read = await withApp(page)
  const paper = await withPaper(page)
  await page.goto('/keys')
  await act(page, '/keys')
  return { read, paper }
}

// phone gives each code once. The clock of a phone may be half a minute early (RFC 6238, 5.2), so nobody
// waits for the second one.
function phone(secret) {
  let last = 0
  return () => digits(secret, last = Math.max(last + 1, Math.floor(Date.now() / 30_000)))
}

async function withApp(page) {
  await page.goto('/keys/totp')
  await act(page, '/keys/totp/new')
  const read = phone(await page.locator('main code').innerText())
  await act(page, '/keys/totp', { code: read() })
  return read
}

async function withPaper(page) {
  await page.goto('/keys/recovery')
  await act(page, '/keys/recovery/new')
  const groups = await page.locator('main .group').allInnerTexts()
  const asked = (await page.locator('main form label').allInnerTexts()).map(text => groups[text.match(/[1-9]/)[0] - 1])
  await act(page, '/keys/recovery', { first: asked[0], second: asked[1] })
  return groups.join('-')
}

// invited gives the code that is shown once and the link of the mail that left last.
async function invited(page, card) {
  await page.goto(`${card}/invite`)
  await act(page, '/invite')
  const code = await page.locator('main .code').innerText()
  await page.goto('/practice/mail')
  const link = await page.locator('main a[href*="/enrol/"]').first().getAttribute('href')
  return { code, link: new URL(link).pathname }
}

story('founding and keys without JavaScript', async ({ person, town }) => {
  const founder = await person(off)
  const keys = await enrolled(founder, town.path, town.code)
  await founder.goto('/people/new')
  await act(founder, '/people/new', { organisation: await option(founder, 'organisation', 'Demerrode'), function: 'mayor', name: people.mayor.name, mail: people.mayor.mail,
    speaks_for: 'organisation', mandate: 'Zit voor.', secrecy: 'official', confirmed: 'yes' }, { words: 'Karim Haddad' })
  const card = path(founder)
  const mayor = await person(off)
  const way = await invited(founder, card)
  const theirs = await enrolled(mayor, way.link, way.code)
  await founder.goto(`${card}/confirm`)
  await act(founder, '/confirm', {}, { words: 'Karim Haddad' })

  await mayor.goto('/hats')
  await act(mayor, '/hats', { hat: (await values(mayor, 'hat'))[0] })
  await mayor.goto('/founding/list')
  await act(mayor, '/founding/list')
  await mayor.goto('/founding/coordinator')
  await act(mayor, '/founding/coordinator')
  await stoodIn(founder, person)

  await act(founder, '/preference', {}, { button: 'English' })
  await act(founder, '/preference', {}, { button: 'Nederlands' })
  await founder.goto('/step-up?to=/keys')
  await act(founder, '/step-up', { passphrase, code: keys.read() }, { words: 'wachtzin' })
  await act(mayor, '/leave', {}, { words: 'afgemeld' })
  await mayor.goto('/sign-in')
  await act(mayor, '/sign-in', { mail: people.mayor.mail, passphrase, code: theirs.read() })
  await act(mayor, '/leave')
  await mayor.goto('/sign-in/recovery')
  await act(mayor, '/sign-in/recovery', { mail: people.mayor.mail, recovery: theirs.paper }, { words: 'nieuwe sleutel' })
}, { town: () => founded(demerrode) })

// stoodIn: of two coordinators the one stands in for the other, ticks what is done, and the days end earlier.
async function stoodIn(founder, person) {
  const nele = await joins(founder, await person(off), people.coordinator)
  const stands = await joins(founder, await person(off), joris)
  await nele.goto('/stand-ins')
  await act(nele, '/stand-ins', { hat: (await values(nele, 'hat'))[0], from: await today(nele), until: await today(nele, 7) }, { words: joris.name })
  await stands.goto('/stand-in-hour')
  await act(stands, '/stand-in-hour', {}, { button: 'do=tick' })
  await nele.goto('/stand-ins')
  await act(nele, '/stand-ins', {}, { button: 'do=end' })
}

// joins: the founder enters a coordinator, who makes keys on a page of the own, and confirms what was compared.
async function joins(founder, own, { name, mail }) {
  await founder.goto('/people/new')
  await act(founder, '/people/new', { organisation: await option(founder, 'organisation', 'Demerrode'), function: 'coordinator', name, mail,
    speaks_for: 'organisation', mandate: 'Coördineert.', secrecy: 'official', confirmed: 'yes' }, { words: name })
  const card = path(founder)
  const way = await invited(founder, card)
  await enrolled(own, way.link, way.code)
  await founder.goto(`${card}/confirm`)
  await act(founder, '/confirm', {}, { words: name })
  await own.goto('/hats')
  await act(own, '/hats', { hat: (await values(own, 'hat'))[0] })
  return own
}

story('step 1 without JavaScript: partners, people, the list', async ({ person, town }) => {
  await anew(town.origin)
  const page = await person(off)
  await as(page, who.nele, '/network/partner')
  await act(page, '/network/partner', { name: 'Sportraad Demerrode', category: 'sport' }, { words: 'Sportraad Demerrode' })

  await page.goto('/people/new')
  await act(page, '/people/new', { organisation: await option(page, 'organisation', 'CLB'), function: 'participant', name: ilse.name,
    mail: ilse.mail, speaks_for: 'organisation', mandate: 'Vervangt Lotte.', secrecy: 'professional', confirmed: 'yes' }, { words: ilse.name })
  ilse.card = path(page)
  await page.goto(`${ilse.card}/edit`)
  await act(page, '/edit', { mandate: 'Vervangt Lotte als die er niet is.', speaks_for: 'organisation', secrecy: 'professional', confirmed: 'yes' }, { words: 'Vervangt Lotte als die er niet is.' })
  const way = await invited(page, ilse.card)
  ilse.read = (await enrolled(await person(off), way.link, way.code)).read
  await as(page, who.lotte, `${ilse.card}/confirm`)
  await act(page, '/confirm', {}, { words: ilse.name })

  await as(page, who.nele, `${ilse.card}/edit`)
  await act(page, '/edit', { mandate: 'Vervangt Lotte, deelt namens het CLB.', mandate_until: '2031-12-31', confirmed: 'yes' }, { words: 'tot en met 31 december 2031' })
  await page.goto('/network/contacts/new')
  await act(page, '/network/contacts/new', { name: 'Ouderwerking Dageraad', kind: 'parents', dialogue: 'both' }, { words: 'Ouderwerking Dageraad' })
  const contact = await option(page, 'contact', 'Ouderwerking Dageraad')
  await act(page, '/network/contacts/talked', { contact }, { words: 'gesproken op' })
  await page.locator('summary', { hasText: 'Haal een contact weg' }).click()
  await act(page, '/network/contacts/remove', { gone: contact })
  await page.goto('/technicians/new')
  await act(page, '/technicians/new', { name: 'Els Peeters', firm: 'Intercommunale', upkeep: 'backups', acknowledged: await today(page, 0) }, { words: 'Els Peeters' })
  await page.locator('summary', { hasText: 'Haal iemand weg' }).click()
  await act(page, '/technicians/remove', { technician: await option(page, 'technician', 'Els Peeters') })
  await page.goto('/contact-point')
  await act(page, '/contact-point', { service: 'Dienst preventie', phone: '013 00 00 00' }, { words: 'Is er nu gevaar?' })
  await page.goto('/steps')
  await act(page, '/steps', { topic: 'roles' }, { words: 'Laatst bekeken op' })

  await as(page, who.karim, '/network')
  await open(page, 'Sofie Maes')
  await open(page, 'Noteer de machtiging')
  await act(page, '/clearance', { until: await today(page, 400) }, { words: 'Machtiging geldig' })
  await page.goto('/network')
  await open(page, 'Greet Aerts')
  await open(page, 'Neem de lijst terug')
  await act(page, '/revoke', {}, { words: 'Greet Aerts' })
  await open(page, 'Stel aan')
  await act(page, '/appoint', {}, { words: 'Aangesteld voor de lijst' })
  await page.goto('/waiting-keys')
  await act(page, '/waiting-keys')

  await beside(page)
  await as(page, who.bart, '/own-file')
  await act(page, '/own-file', {}, { button: 'switch=on' })
  await page.goto('/keys')
  await act(page, '/keys/remove', {}, { about: 'oefensleutel' })
})

// beside: what stands beside the table: the public contact point, groups, who keeps the machines, the yearly look.
async function beside(page) {
  await as(page, who.nele, '/contact-point')
  await act(page, '/contact-point', { service: 'Dienst preventie', phone: '013 00 00 01' })
  await page.goto('/network/contacts/new')
  await act(page, '/network/contacts/new', { name: 'Wijkraad Noord', kind: 'neighbourhood', dialogue: 'both' }, { words: 'Wijkraad Noord' })
  await act(page, '/network/contacts/talked', { contact: await option(page, 'contact', 'Wijkraad Noord') })
  await act(page, '/network/contacts/remove', { gone: await option(page, 'gone', 'Wijkraad Noord') })
  await page.goto('/technicians/new')
  await act(page, '/technicians/new', { name: 'Jan Kabel', firm: 'Intercommunale', upkeep: 'backups', acknowledged: await today(page) }, { words: 'Jan Kabel' })
  await act(page, '/technicians/remove', { technician: await option(page, 'technician', 'Jan Kabel') })
  await page.goto('/steps')
  await act(page, '/steps', { topic: await page.locator('main [name="topic"] option').nth(1).getAttribute('value') })
}

story('step 2 without JavaScript: the protocol', async ({ person }) => {
  const page = await person(off)
  await as(page, who.nele, '/protocol')
  await act(page, '/protocol/new', {}, { words: 'ontwerp' })
  const version = path(page)
  await page.goto(`${version}/chapters/roles`)
  await act(page, '/chapters/roles', { text: 'De burgemeester zit voor. De coördinator bereidt voor.' }, { words: 'De burgemeester zit voor. De coördinator bereidt voor.' })
  await page.goto(`${version}/criteria/right_table`)
  await act(page, '/criteria/right_table', { text: 'Geen andere tafel past beter bij deze zorg.', help: 'Denk aan het jeugdoverleg.' })
  await page.goto(`${version}/settings`)
  await act(page, '/settings', { switches: ['written_referral', 'own_worries', 'think_along'] }, { words: 'Aanmelden mag ook schriftelijk.' })
  await as(page, who.lotte, `${version}/answers`)
  await act(page, '/answers', { organisation: await option(page, 'organisation', 'CLB') }, { button: 'answer=agree' })
  await as(page, who.karim, `${version}/force`)
  await act(page, '/force', {}, { words: 'geldt vanaf' })
})

const fact = { fact_1: 'Prees een aanslag in de klas.', fact_1_source: 'seen', goes_well: 'Komt elke dag naar school.' }

story('step 4 without JavaScript: a worry, the gates, and the list', async ({ person }) => {
  const page = await person(off)
  await as(page, who.lotte, '/worries')
  await act(page, '/worries', { danger: 'no', nickname: 'de keeper', what: 'Komt niet meer.' }, { words: 'Komt niet meer.' })
  await act(page, '/erase')
  await page.goto('/think-along')
  await act(page, '/think-along', { saw: 'Een jongere prees een aanslag.' }, { words: 'Een jongere prees een aanslag.' })
  await written(page)
  await byLink(page, await person(off))
  await as(page, who.lotte, '/refer')
  await act(page, '/refer/conversation')
  await page.goto('/refer')
  await act(page, await page.locator('main form[action^="/refer/withdraw/"]').first().getAttribute('action'))
  await page.goto('/refer')
  await act(page, '/refer/conversation')

  await as(page, who.nele, '/think-along')
  await open(page, 'Antwoord')
  await act(page, path(page), { advice: 'own_help', text: 'Praat eerst met de ouders.' })
  await page.goto('/listen')
  await act(page, '/listen', { danger: 'no', first: 'Tibo', last: 'Verzonnen', birth_year: '1999', ...fact }, { button: 'do=keep' })
  await page.goto('/conversations')
  await open(page, 'Lotte Claes', { last: true })
  await act(page, path(page), { danger: 'no', first: 'Jonas', last: 'Verzonnen', birth_year: '1998', town: 'Demerrode', consent: 'informed', ...fact }, { button: 'do=keep' })
  await page.goto('/list')
  await open(page, 'Open de aanmelding', { last: true })
  const referral = path(page)
  await gates(page, referral)
})

// written: the ten pages of a referral in writing.
async function written(page) {
  const pages = [{ self_check: 'yes', team: 'no' }, {}, { last: 'Verzonnen', birth_year: '2000' }, { goes_well: fact.goes_well },
    { fact_1: fact.fact_1, fact_1_source: 'seen' }, { indication: 'Zegt dat ze het zullen zien.' }, { tried: 'Gesprek.' }, {}, { consent: 'informed' }, {}]
  for (const [n, fields] of pages.entries()) {
    await page.goto(`/refer/write/${n + 1}`)
    await act(page, `/refer/write/${n + 1}`, fields)
  }
  assert.equal(path(page), '/refer/sent')
}

// byLink: after a conversation a professional who is no member gets a link and a code; a second link is taken back.
async function byLink(page, els) {
  const asked = { spoken: 'yes', name: 'Els Wouters', service: 'Sint-Jozef', reach: '0470 11 22 33', sector: 'education', secrecy: 'professional' }
  await as(page, who.nele, '/referral-links')
  await act(page, '/referral-links', asked)
  const [link, code] = await page.locator('main .code').allInnerTexts()
  const once = new URL(link).pathname
  await els.goto(once)
  await act(els, once, { code })
  await act(els, '/tell', { danger: 'no', self_check: 'yes', team: 'no', ages: 'minor', consent: 'not_informed', first: 'Robbe', last: 'Verzonnen',
    indication: 'Hij praat over wraak.', ...fact }, { button: 'do=check', words: 'Prees een aanslag' })
  await act(els, '/tell', {}, { button: 'do=send' })
  assert.equal(path(els), '/refer-once/sent')
  await page.goto('/referral-links')
  await act(page, '/referral-links', { ...asked, name: 'Jan Wouters' })
  await page.goto('/referral-links')
  await act(page, '/take-back')
}

// gates: compared, told more, weighed, checked by the officer, asked a service, decided and answered.
async function gates(page, referral) {
  await page.goto(`${referral}/duplicate`)
  await act(page, '/duplicate')
  await act(page, '/same')
  await page.goto(`${referral}/more`)
  await act(page, '/more', { tried: 'Gesprek met de school.' })
  await page.goto(`${referral}/threshold`)
  await act(page, '/threshold', { grounds: 'Hij prees een aanslag en kondigde iets aan.', advice: 'Welzijn kan helpen.' }, { button: 'direction=mayor' })
  await page.goto(`${referral}/officer`)
  await act(page, '/officer', { officer: (await values(page, 'officer'))[0] })
  await as(page, who.karim, `${referral}/ask`)
  await act(page, '/ask', { hat: await option(page, 'hat', 'Lotte'), question: 'Gaat hij nog naar school?' })
  await as(page, who.lotte, '/questions')
  await act(page, '/questions', { text: 'Ja, elke dag.' }, { button: 'do=answer' })
  await as(page, who.sofie, '/checks')
  await page.goto(`/checks/${referral.split('/').pop()}`)
  await act(page, path(page), {}, { button: 'answer=agenda' })
  await as(page, who.karim, `${referral}/decide`)
  await act(page, '/decide', { ground: 'Hij prees een aanslag.' }, { button: 'verdict=list' })
  await as(page, who.nele, `${referral}/answer`)
  await act(page, '/answer', { sentence: 'thanks' })
  await page.goto('/list')
  await open(page, /[A-Z][a-z]+-[3-9][0-9]/)
  await act(page, path(page), { step: 'CLB belt de ouders.' })
  await act(page, '/who')
}

story('step 3 without JavaScript: a meeting is planned and people are invited', async ({ person }) => {
  const page = await person(off)
  await as(page, who.yassin, '/today')
  await open(page, 'Antwoord op een uitnodiging')
  const asked = path(page)
  await act(page, '/secrecy')
  await act(page, asked, {}, { button: 'answer=calls_first' })
  await act(page, asked, {}, { button: 'answer=does_not_come' })
  await act(page, '/not', { reason: 'We kennen hem niet goed.' })
  await as(page, who.karim, '/meetings')
  await open(page, '14.00 uur')
  const first = path(page)
  await page.goto(`${first}/answers`)
  await open(page, 'Yassin')
  await act(page, '/talk', { day: await today(page) })

  await as(page, who.nele, '/meetings/plan')
  await act(page, '/meetings/plan', { day: await today(page, 14), clock: '14:00', place: 'Stadhuis', kind: 'operational', mode: 'spoken' }, { words: 'Stadhuis' })
  const meeting = path(page)
  const list = await page.locator('main [name="case"] option').allInnerTexts()
  await act(page, '/case', { case: await option(page, 'case', list.at(-1)) }, { words: list.at(-1) })
  await act(page, '/topic', { topic: 'network' })
  await open(page, 'Netwerk en vorming')
  await act(page, path(page), { minutes: '25' })
  await page.goto(meeting)
  await open(page, list.at(-1))
  await open(page, 'Kies wie nodig is')
  await invitedToTable(page, meeting, path(page))
  await page.goto(meeting)
  await act(page, '/ready')
  await act(page, '/cancel')
})

// invitedToTable: chosen for a question, one dropped again, sent by the mayor, answered by who was asked.
async function invitedToTable(page, meeting, needed) {
  await colleague(page)
  await page.goto(needed)
  for (const name of ['Ruben Jacobs', 'Inge Thijs', 'Yassin Amrani']) {
    await open(page, name)
    const more = name.startsWith('Inge') ? { ad_hoc: 'yes' } : name.startsWith('Ruben') ? { holder: await option(page, 'holder', 'Wim') } : {}
    await act(page, path(page), { contribution: 'Wat kan jouw organisatie aanbieden?', ...more })
    await page.goto(needed)
  }
  await open(page, 'Yassin Amrani')
  await act(page, '/drop')
  await as(page, who.karim, needed)
  await act(page, needed)
  await as(page, who.nele, `${meeting}/answers`)
  await open(page, 'Inge Thijs')
  await act(page, '/spoken', {}, { button: 'reply=comes' })
  await act(page, '/briefed', { day: await today(page) })
  await as(page, who.ruben, '/today')
  await open(page, 'uitnodiging')
  await act(page, '/secrecy')
  await act(page, '/mandate', { submitted: await today(page), acknowledged: 'yes' })
  await as(page, who.nele, meeting)
}

// colleague is somebody of the CAW who keeps a secret, and for whom Ruben speaks.
async function colleague(page) {
  await as(page, who.nele, '/people/new')
  await act(page, '/people/new', { organisation: await option(page, 'organisation', 'CAW'), function: 'participant', name: 'Wim Zwijger',
    mail: 'wim.zwijger@caw.demerrode.example', speaks_for: 'self', mandate: 'Begeleidt de persoon.', secrecy: 'professional', confirmed: 'yes' })
}

story('step 4 without JavaScript: at the table', async ({ person }) => {
  const page = await person(off)
  await as(page, who.nele)
  await later(page, 'Een week')
  await as(page, who.nele, '/meetings')
  await open(page, '14.00 uur')
  const meeting = path(page)
  await seated(page, meeting, ['Karim', 'Nele', 'Sofie', 'Lotte'])
  await page.goto(`${meeting}/stand-in`)
  await act(page, '/stand-in', { name: 'Tom Vermeer', organisation: await option(page, 'organisation', 'VDAB'), seat: 'participant', appointed: 'yes', acknowledged: 'yes' })
  await opened(page)
  const item = path(page)
  await shown(page, await person(off), meeting)
  await page.goto(item)
  await weighed(page, item)
  await decided(page, item, 'follow_up')
  await followed(page, item)
  await toTheLTF(page, item)
  await reported(page, item)
  await page.goto(`${item}/close`)
  await act(page, '/close', { substantive: 'yes' })
  await act(page, '/close')
  await page.goto(`/cases/${await caseOf(page, 'in opvolging')}/informed`)
  await act(page, '/informed', { result: 'told' })
})

// shown: the screen in the room says a code, and the desk lets it in.
async function shown(page, wall, meeting) {
  await page.goto(`${meeting}/screen`)
  await act(page, '/screen', {}, { button: 'do=offer' })
  const code = (await page.locator('main').innerText()).match(/[0-9]{3} [0-9]{3}/)[0]
  await wall.goto('/screen')
  await act(wall, '/screen', { code })
  await page.goto(`${meeting}/screen`)
  await act(page, '/screen', {}, { button: 'do=let_in' })
}

// opened: the text is read aloud, the meeting opens, and everybody is let in for the first case.
async function opened(page) {
  await act(page, '/open', { chair: (await values(page, 'chair'))[0], read: 'yes' })
  await page.locator('main a[href$="/open"]').first().click()
  await page.waitForLoadState()
  for (const name of await names(page, 'door.')) await fill(page, { [name]: 'in' })
  await act(page, '/open', (await names(page, 'invited')).length ? { invited: await values(page, 'invited') } : {})
}

// seated ticks who is there and who confirmed the secrecy.
async function seated(page, meeting, people) {
  await page.goto(`${meeting}/table`)
  for (const name of people) {
    for (const box of await page.locator('main fieldset', { hasText: name }).getByRole('checkbox').all()) await box.check()
  }
  await act(page, '/check-in')
}

const caseOf = async (page, state) => {
  await page.goto('/list')
  return (await page.locator('main li, main .row', { hasText: state }).last().locator('a').first().getAttribute('href')).split('/').pop()
}

// everyDomain fills in the three sheets: nothing said about anything is an answer too.
async function everyDomain(page) {
  await fill(page, { 'protects.school_work': '2', 'concerns.home': '1', asked_protects: 'yes', asked_concerns: 'yes' })
  await fill(page, { not_applicable: (await values(page, 'not_applicable')).filter(one => !['school_work', 'home'].includes(one)) })
}

async function weighed(page, item) {
  await act(page, '/phase', {}, { button: 'Volgende' })
  await act(page, '/guide', { guide: await page.locator('main [name="guide"] option').nth(1).getAttribute('value') })
  await everyDomain(page)
  await act(page, '/weigh')
  await act(page, '/phase', {}, { button: 'Volgende' })
  await act(page, '/stop', {}, { words: 'Het punt ligt stil' })
  await act(page, '/resume')
  await act(page, '/phase', {}, { button: 'Volgende' })
  await act(page, '/question', { text: 'Hoe gaat het thuis?', domain: 'home' }, { words: 'Hoe gaat het thuis?' })
  await page.goto(item)
  await act(page, '/phase', {}, { button: 'Volgende' })
  await act(page, '/stops', { stops: await values(page, 'stops') })
  await page.goto(`${item}/people`)
  await act(page, '/people', { how: 'self' })
}

// decision is what the table chose; of what is asked about a child nothing is known yet.
async function decision(page, outcome) {
  const child = Object.fromEntries((await names(page, 'child.')).map(name => [name, 'unknown']))
  return { outcome, signals: 'yes', table: 'yes', agreement: 'consensus', enough: 'yes', proportionate: 'yes', repercussions: 'unknown', ...child }
}

async function decided(page, item, outcome) {
  await page.goto(item)
  if (!await page.locator('main [name="outcome"]').count()) await act(page, '/phase', {}, { button: 'Volgende' })
  await act(page, '/decide', await decision(page, outcome))
}

// followed: a goal, two people, an agreement that still asks its holder's yes, the card, and that the person is told.
async function followed(page, item) {
  await page.goto(`${item}/path`)
  const [clb, nele] = [await option(page, 'manager', 'CLB Demer'), await option(page, 'director', 'coördinator')]
  await act(page, '/path', { goal: 'Hij volgt weer elke dag les.', goal_domain: 'school_work', criteria: (await values(page, 'criteria')).slice(0, 2),
    manager: clb, reach: (await values(page, 'reach'))[0], director: nele, contact: clb, review: await today(page, 30) })
  await page.goto(`${item}/action`)
  const parents = (await names(page, 'parents')).length ? { parents: 'unknown' } : {}
  await act(page, '/action', { what: 'Elke week een gesprek op school.', why: 'Een vaste persoon geeft rust.', kind: 'school_work', holder: clb, due: await today(page, 21),
    enough: 'Ja.', proportionate: 'Ja.', repercussions: 'Weinig.', source: 'no', own_yes: 'no', ...parents }, { words: 'Elke week een gesprek op school.' })
  await page.goto(`${item}/inform`)
  await act(page, '/inform', { choice: 'inform', agreed: await values(page, 'agreed'), safe: 'yes', by: await option(page, 'by', 'CLB Demer'), offer: 'Hulp van het CLB.' })
  await page.goto(`${item}/card`)
  const boxes = Object.fromEntries(['contributes', 'use', 'vulnerability', 'minority', 'proportionate'].map(name => [name, 'yes']))
  if (!(await names(page, 'minority')).length) delete boxes.minority
  await act(page, '/card', { part: 'whole', ...boxes })
}

// toTheLTF: two lines, one taken away, both sides asked, and everybody's own yes.
async function toTheLTF(page, item) {
  await page.goto(`${item}/feedback`)
  await act(page, '/feedback', { feedback: 'sheet' })
  for (const [text, side] of [['Praat weer met de trainer.', 'protects'], ['Prees een aanslag.', 'concerns'], ['Te veel.', 'concerns']]) {
    await act(page, '/line', { text, side, origin: 'seen', secret: 'no', declared: 'yes' }, { words: text })
  }
  await act(page, '/drop', {}, { button: 'line=3' })
  await act(page, '/sides', { positive: 'yes', negative: 'yes', evaluation: 'De opvolging begint.' })
  await act(page, '/adopt', { read: 'yes', agreed: await values(page, 'agreed') })
}

// reported: read aloud and agreed; when something in it may point to somebody, the table looks once more.
async function reported(page, item) {
  await page.goto(`${item}/report`)
  if (taken(await sent(page, '/report', { read: 'yes', agreed: 'yes' }))) return
  await act(page, '/report', { left: await values(page, 'left'), read: 'yes', agreed: 'yes' })
}

story('steps 5 and 6 without JavaScript: follow-up, and what each keeps', async ({ person }) => {
  const page = await person(off)
  await as(page, who.lotte, '/actions')
  await open(page, 'Elke week een gesprek op school.')
  const action = path(page)
  await act(page, '/answer', { reply: 'take_on' })
  await page.goto(action)
  await act(page, '/progress', { state: 'running', note: 'Elkaar gezien.' })
  await as(page, who.nele, '/list')
  const followedCase = await caseOf(page, 'in opvolging')
  await page.goto(`/cases/${followedCase}`)
  await act(page, '/follow-up', { review: await today(page, 60) })
  await page.goto(`/cases/${followedCase}`)
  await act(page, '/plan')
  await as(page, who.lotte, `/plans/${followedCase}`)
  await act(page, path(page), { word: 'runs' })

  await page.goto('/dossiers')
  await page.locator('main a[href^="/offers/"]').first().click()
  await act(page, path(page), { manner: 'here', own_words: 'Hij komt weer naar de les.', decision: 'yes', why: 'Voor mijn begeleiding.' })
  await page.goto('/dossiers')
  await page.locator('main a[href^="/dossiers/"]').first().click()
  await page.waitForLoadState()
  const dossier = path(page)
  await act(page, dossier, { own_words: 'Weer gezien.', why: 'Opvolging.' }, { words: 'Weer gezien.' })
  await act(page, '/drop')
  await page.goto(`${dossier}/longer`)
  await act(page, '/longer', { criteria: 'serious_facts', motivation: 'Er zijn ernstige feiten.', link: 'Hij was erbij.', until: await today(page, 500) })
  await page.goto(`${dossier}/erase`)
  await act(page, '/erase')
  await as(page, who.sofie, '/sheets')
  await act(page, await page.locator('main form[action^="/sheets/"]').first().getAttribute('action'), { on: await today(page), recipient: 'ltf' })
})

story('step 7 without JavaScript: an evening on paper, closing, a longer term, looking back, a mistake', async ({ person }) => {
  const page = await person(off)
  await as(page, who.nele)
  const [stuck, followedCase] = [await caseOf(page, 'zit vast'), await caseOf(page, 'in opvolging')]
  await page.goto('/meetings/plan')
  await act(page, '/meetings/plan', { day: await today(page, 1), clock: '19:30', place: 'Zaal zonder stroom', kind: 'operational', mode: 'paper' })
  const meeting = path(page)
  await act(page, '/case', { case: stuck })
  await page.goto(`${meeting}/cases/${stuck}`)
  await open(page, ilse.name)
  await act(page, path(page), { contribution: 'Wat ziet de school?' })
  await as(page, who.karim, `${meeting}/cases/${stuck}`)
  await act(page, path(page))
  await as(page, who.nele)
  await later(page, 'Een dag')
  await seated(page, meeting, ['Karim', 'Nele', 'Sofie', ilse.name])
  await page.locator('main a[href$="/paper"]').first().click()
  await page.waitForLoadState()
  await onPaper(page)
  await reported(page, path(page))
  await as(page, who.karim, `${meeting}/table`)
  await act(page, '/attest', { read: 'yes', true: 'yes' })
  await longer(page, await person(off))
  await closed(page, followedCase)
  await as(page, who.nele)
  await page.goto(`/cases/${await caseOf(page, 'nazorg')}/look-back`)
  await act(page, '/look-back', { note: 'Het gaat goed.' })
  await as(page, who.karim, `/cases/${stuck}/mistake`)
  await act(page, '/mistake')
}, { town: tidied })

async function onPaper(page) {
  await everyDomain(page)
  await act(page, '/paper', { inside: await values(page, 'inside'), stops: await values(page, 'stops'), ...await decision(page, 'more'), substantive: 'yes' })
}

// closed: the end that was chosen at the start has come, and the table says so.
async function closed(page, followedCase) {
  await as(page, who.nele, '/meetings/plan')
  await act(page, '/meetings/plan', { day: await today(page, 1), clock: '14:00', place: 'Stadhuis', kind: 'operational', mode: 'spoken' })
  const meeting = path(page)
  await act(page, '/case', { case: followedCase })
  await later(page, 'Een dag')
  await seated(page, meeting, ['Karim', 'Nele', 'Sofie'])
  await opened(page)
  const item = path(page)
  await weighed(page, item)
  await decided(page, item, 'regular')
  await page.goto(`${item}/closing`)
  for (const set of await page.locator('main fieldset:has([name^="goal-"]), main fieldset:has([name^="criterion-"])').all()) await set.locator('input').first().check()
  const open = (await names(page, 'leave_open')).length ? { leave_open: 'Dat weten we niet.' } : {}
  await act(page, '/closing', { contact: 'Het CLB blijft bereikbaar.', referrer_asked: 'yes', verdict: 'close', reason: 'goals', ...open })
  await reported(page, item)
  await page.goto(`${item}/close`)
  await act(page, '/close', { substantive: 'yes' })
}

// longer: two people keep a dossier longer; who wrote it does not sign it.
async function longer(page, own) {
  await own.goto('/sign-in')
  await act(own, '/sign-in', { mail: ilse.mail, passphrase, code: ilse.read() })
  await own.goto('/dossiers')
  await open(own, /./)
  await act(own, path(own), { manner: 'here', own_words: 'Komt weer naar school.', decision: 'yes', why: 'Voor onze begeleiding.' })
  await own.goto('/dossiers')
  await own.locator('main a[href^="/dossiers/"]').first().click()
  await own.waitForLoadState()
  const dossier = path(own)
  await own.goto(`${dossier}/longer`)
  await act(own, '/longer', { criteria: 'serious_facts', motivation: 'Er zijn ernstige feiten.', link: 'Hij was erbij.', until: await today(page, 500) })
  await as(page, who.lotte, '/extensions')
  await act(page, await page.locator('main form[action^="/extensions/"]').first().getAttribute('action'))
  await own.goto(`${dossier}/erase`)
  await act(own, '/erase')
  await page.goto(`${ilse.card}/remove`)
  await act(page, '/remove')
}

story('step 4 without JavaScript: a case goes to another town, which is this one', async ({ person }) => {
  const page = await person(off)
  await as(page, who.karim, '/transfer')
  await act(page, '/transfer', {}, { words: 'Acht woorden' })
  const words = await page.locator('main .code').first().innerText()
  const address = await page.locator('main .long-code').textContent()
  await page.goto('/list')
  const on = (await page.locator('main a[href^="/list/"]').first().getAttribute('href')).replace('/list/', '/cases/') + '/transfer'
  await page.goto(`${on}/to`)
  await act(page, '/transfer/to', { to: address }, { words })
  const file = await fetched(page, '/transfer/file', { compared: 'yes', along: ['birth_year', 'town'], reason: 'Verhuist deze maand.', contact: 'Karim Haddad, 013 00 00 00', follow: 'other' })
  assert.match(file.name, /^bericht-[0-9-]+\.age$/)
  await as(page, who.nele, '/receive')
  await act(page, '/receive', { file: file.at }, { words: 'Zeg vier woorden terug' })
  const back = await page.locator('main .code').innerText()
  await page.goto(on)
  await act(page, '/transfer', { words: back }, { words: 'De andere gemeente heeft het' })
}, { town: tidied })

story('step 4 without JavaScript: a table on screens', async ({ person, town }) => {
  await anew(town.origin)
  const [page, wall] = [await person(off), await person(off)]
  await as(page, who.nele)
  await later(page, 'Een week')
  await as(page, who.nele, '/meetings')
  await open(page, '14.00 uur')
  const meeting = path(page)
  await arrived(page, meeting)
  const item = await onScreens(page, meeting)
  const own = `${meeting}${item}`
  await shown(page, wall, meeting)
  await page.goto(`${meeting}/table`)
  await act(page, '/blind', {}, { button: 'do=blind' })
  await words(page, meeting, own)
  await asked(page, meeting, item)
  await agreedOnScreens(page, meeting, own)
  await as(page, who.nele, `${item}/screens`)
  await act(page, '/screens', { mode: 'spoken' })
}, { town: tidied })

// arrived: each says to be there and to have understood, and prepares when he wants; the meeting opens.
async function arrived(page, meeting) {
  for (const name of ['karim', 'sofie', 'lotte', 'nele']) {
    await as(page, who[name], `${meeting}/mine`)
    await act(page, '/seat', { understood: 'yes' })
  }
  await as(page, who.lotte, `${meeting}/prepare`)
  await act(page, '/prepare', { what: 'Hij zoekt contact met de school.', weighed: 'share' }, { words: 'Hij zoekt contact met de school.' })
  await as(page, who.nele, `${meeting}/table`)
  await act(page, '/open', { chair: (await values(page, 'chair'))[0], read: 'yes' })
}

// onScreens: the chair gives the door away and takes it back; the coordinator asks, and the chair opens.
async function onScreens(page, meeting) {
  await as(page, who.karim, `${meeting}/mine`)
  await act(page, '/door', { to: (await values(page, 'to'))[0] })
  await page.goto(`${meeting}/mine`)
  await act(page, '/door', { to: 'none' })
  await as(page, who.nele, `${meeting}/table`)
  await page.locator('main a[href$="/open"]').first().click()
  await page.waitForLoadState()
  for (const name of await names(page, 'door.')) await fill(page, { [name]: 'in' })
  await act(page, '/open', { mode: 'screens' }, { button: 'do=ask' })
  await as(page, who.karim, `${meeting}/mine`)
  await act(page, '/open')
  await as(page, who.nele, `${meeting}/table`)
  return page.locator('main a[href^="/items/"]').first().getAttribute('href')
}

// words: a fact is shared, changed; the name is looked at; the chair is told that somebody knows the person;
// somebody objects and lifts it.
async function words(page, meeting, own) {
  await as(page, who.lotte, `${meeting}/mine`)
  await act(page, '/share', { what: 'Hij komt weer naar de les.', side: 'protects' }, { button: 'do=share', about: 'Wat heb je gezien', words: 'Hij komt weer naar de les.' })
  await page.locator('main summary', { hasText: 'Wie las dit' }).first().click()
  await open(page, 'Verander of trek in')
  await act(page, path(page), { what: 'Hij komt weer.' }, { button: 'do=change' })
  await page.goto(`${meeting}/mine`)
  await act(page, `${own}/who`, {}, { words: 'Milan' })
  await page.goto(`${meeting}/mine`)
  await act(page, '/known', {}, { button: 'do=tell', words: 'Alleen de voorzitter weet' })
  await as(page, who.karim, `${meeting}/mine`)
  await says(page, 'kent deze persoon privé. Je kan vragen om even buiten te gaan.')
  await as(page, who.lotte, `${meeting}/mine`)
  await act(page, '/known', {}, { button: 'do=take_back' })
  await act(page, '/object', { objection: 'sharing' }, { about: 'Waartegen' })
  await page.goto(`${meeting}/mine`)
  await act(page, '/object', {}, { button: 'Neem mijn bezwaar terug' })
}

// asked: the table asks, somebody takes it on; quiet, the three questions, a first thought, and a direction.
async function asked(page, meeting, item) {
  await as(page, who.nele, item)
  await act(page, '/phase', {}, { button: 'Volgende' })
  await everyDomain(page)
  await act(page, '/weigh')
  for (let n = 0; n < 2; n++) await act(page, '/phase', {}, { button: 'Volgende' })
  await act(page, '/question', { text: 'Hoe gaat het thuis?', domain: 'home' })
  await as(page, who.lotte, `${meeting}/mine`)
  const due = (await names(page, 'due.'))[0]
  await act(page, '/take', { [due]: await today(page, 7) })
  await as(page, who.nele, item)
  await act(page, '/phase', {}, { button: 'Volgende' })
  await act(page, '/stops', { stops: await values(page, 'stops') })
  await page.goto(item)
  if (!await page.locator('main [name="outcome"]').count()) await act(page, '/phase', {}, { button: 'Volgende' })
  await act(page, '/quiet', {}, { button: 'do=begin' })
  await as(page, who.lotte, `${meeting}/mine`)
  await act(page, '/first', {}, { button: 'first=more', words: 'Alleen jij ziet dit.' })
  await act(page, '/first', {}, { button: 'do=drop', words: 'Wat zou jij kiezen' })
  await as(page, who.nele, item)
  await act(page, '/decide', await decision(page, 'regular'))
}

// agreedOnScreens: the officer writes a line, somebody asks for it line by line, and answers.
async function agreedOnScreens(page, meeting, own) {
  await as(page, who.sofie, `${own}/sheet`)
  await act(page, '/sheet', {}, { button: 'do=begin' })
  await act(page, '/sheet', { text: 'Hij volgt weer les.', side: 'protects', origin: 'seen', secret: 'no', declared: 'yes' }, { about: 'Welk feit' })
  await act(page, '/sheet', { positive: 'yes', negative: 'yes' }, { button: 'do=sides', about: 'goed gaat' })
  await act(page, '/sheet', {}, { button: 'do=put', about: 'Leg de fiche voor' })
  await as(page, who.lotte, `${meeting}/mine`)
  await act(page, '/lines')
  await page.goto(`${meeting}/mine`)
  await act(page, '/answer', {}, { button: 'reply=yes' })
}

story('step 4 without JavaScript: a guest, and a door in other hands', async ({ person, town }) => {
  await anew(town.origin)
  const [page, guest] = [await person(off), await person(off)]
  await as(page, who.nele, '/meetings/plan')
  await act(page, '/meetings/plan', { day: await today(page, 1), clock: '14:00', place: 'Stadhuis', kind: 'operational', mode: 'screens' })
  const meeting = path(page)
  const code = await page.locator('main [name="case"] option').last().getAttribute('value')
  await act(page, '/case', { case: code })
  await as(page, who.karim, '/network')
  await open(page, /^Nele/)
  await open(page, 'Neem de lijst terug')
  await act(page, '/revoke')
  await as(page, who.nele)
  await later(page, 'Een dag')
  for (const name of ['karim', 'sofie', 'nele']) {
    await as(page, who[name], `${meeting}/mine`)
    await act(page, '/seat', { understood: 'yes' })
  }
  await page.goto(`${meeting}/table`)
  await act(page, '/open', { chair: (await values(page, 'chair'))[0], read: 'yes' })
  const [used, taken] = [await passed(page, meeting, 'Bo Wouters'), await passed(page, meeting, 'Kim Peeters')]
  await act(page, '/guests/take', { pass: await option(page, 'pass', 'Kim Peeters') }, { words: 'voorbij' })
  await comes(guest, used)
  await act(guest, '/guest/secrecy', { secrecy: 'yes' })
  await again(await person(off), used, taken)
  await opensByDelegate(page, meeting)
  await guest.goto(`${meeting}/mine`)
  await act(guest, '/share', { what: 'Op training lacht hij.' }, { button: 'do=share', about: 'Wat heb je gezien', words: 'Op training lacht hij.' })
  await guest.goto('/guest')
  await act(guest, '/guest/leave', {}, { about: 'ga' })
}, { town: tidied })

// passed makes a pass for somebody who is in no service of the network: the link, and the words that are shown once.
async function passed(page, meeting, name) {
  await page.goto(`${meeting}/guests`)
  await page.locator('main summary', { hasText: /dienst|organisatie/i }).last().click()
  await act(page, '/guests', { item: (await values(page, 'item'))[0], name, service: `Sportclub ${name}`, category: 'sport', secrecy: 'discretion',
    confirmed: 'yes', invited: 'yes', briefed: 'yes' }, { words: 'De pas is klaar' })
  const [link, words] = await page.locator('main .code').allInnerTexts()
  await page.goto(`${meeting}/guests`)
  return { link: new URL(link, 'http://localhost').pathname, words }
}

async function comes(guest, { link, words }) {
  await guest.goto(link)
  await act(guest, link, { words })
}

// again: a link that was used, or taken back, is answered as one that never was.
async function again(other, ...passes) {
  const answers = []
  for (const pass of [...passes, { link: '/guest/22222222', words: 'babak babak' }]) {
    await other.goto(pass.link)
    assert.equal(await sent(other, pass.link, { words: pass.words }), 422)
    answers.push((await other.locator('main').innerText()).trim())
  }
  assert.equal(new Set(answers).size, 1, answers.join('\n\n'))
}

// opensByDelegate: the chair gives the door to somebody without the list, who opens; then the chair brings the name.
async function opensByDelegate(page, meeting) {
  await as(page, who.karim, `${meeting}/mine`)
  const field = await page.locator('main label', { hasText: /coördinator/i }).first().getAttribute('for')
  await act(page, '/door', { to: await page.locator(`#${field}`).getAttribute('value') })
  await as(page, who.nele, `${meeting}/table`)
  await page.locator('main a[href$="/open"]').first().click()
  await page.waitForLoadState()
  for (const name of await names(page, 'door.')) await fill(page, { [name]: 'in' })
  await act(page, '/open', { mode: 'screens', ...(await names(page, 'invited')).length ? { invited: await values(page, 'invited') } : {} })
  await as(page, who.karim, `${meeting}/mine`)
  await act(page, '/name', {}, { button: 'do=bring' })
  await page.goto(`${meeting}/mine`)
  await act(page, '/who')
}

story('the product has no other forms than these', async () => {
  const list = await changes()
  assert.deepEqual(Object.keys(without).filter(address => !list.includes(address)), [], 'an exception is a form of the product')
  assert.deepEqual(never(list).filter(address => !without[address]), [])
})
