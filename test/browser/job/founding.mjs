// From nothing to a table that can sit: everybody is entered, enrols with keys of his own and is confirmed,
// the mayor makes the list, and the protocol holds. A desk is the founder's page with the founder's keys.
import assert from 'node:assert/strict'
import { accepted, fill, follow, look, press, refused, says } from '../lib/index.mjs'
import { arrived, unlocked, withPasskey, withPassphrase, words } from './enrolling.mjs'
import { partners, people } from './cast.mjs'

// founder enrols with a passphrase and an app, by the link and the code of `beraad init`.
export async function founder(page, town) {
  await page.goto('/')
  await look(page, 'sign in')
  await arrived(page, town, { err: true })
  const keys = await withPassphrase(page, { err: true })
  await says(page, 'Jij bevestigt wie erbij mag')
  await look(page, 'first of an organisation')
  await words(page)
  await follow(page, 'Begin')
  await look(page, 'today of the founder')
  return keys
}

// entered writes somebody down, from the errand that asks for it or from the network.
async function entered(page, who, { err = false } = {}) {
  if (err) {
    await look(page, 'enter a person')
    await fill(page, { mandate: who.mandate })
    const faults = await refused(page, 'Schrijf in', { mandate: who.mandate, function: who.function })
    assert.deepEqual(faults, ['name', 'speaks_for', 'secrecy', 'confirmed'])
    await look(page, 'enter a person with faults')
  }
  const { organisation, name, secrecy, mandate } = who
  await fill(page, { organisation, function: who.function, name, secrecy, mandate, speaks_for: 'organisation', confirmed: 'yes' })
  if (who.mail) await fill(page, { mail: who.mail })
  if (who.until) await fill(page, { cleared_until: who.until })
  await press(page, 'Schrijf in')
  await accepted(page)
  await says(page, name)
}

// invited gives the way in of somebody whose card is open: the link goes by mail, the code is said.
async function invited({ page, keys }, who, { seen = false } = {}) {
  if (seen) await look(page, 'role card of somebody new')
  await follow(page, 'Nodig uit voor een account')
  await unlocked(page, keys)
  if (seen) await look(page, 'invite')
  await press(page, 'Stuur de link en toon de code')
  if (seen) await look(page, 'code to say')
  const code = await page.locator('main .code').innerText()
  await page.goto('/practice/mail')
  if (seen) await look(page, 'mail tray')
  const letter = page.locator('main .mail', { hasText: who.name })
  const text = await letter.innerText()
  assert.ok(!text.includes(code), 'the code is never in the mail')
  return { path: new URL(await letter.getByRole('link').getAttribute('href')).pathname, code }
}

// confirmed compares the eight words face to face, and puts somebody on the signed list.
async function confirmed({ page, keys }, said, who, { seen = false } = {}) {
  await page.goto('/today')
  await follow(page, `${who.name} wacht op bevestiging`)
  await unlocked(page, keys)
  if (seen) await look(page, 'confirm')
  await says(page, said)
  await press(page, 'De acht woorden kloppen')
  await accepted(page)
}

// joined lets somebody enrol with a passkey; who is not the first of an organisation is confirmed.
async function joined(desk, page, who, { seen = false } = {}) {
  const way = await invited(desk, who, { seen })
  await arrived(page, way)
  await withPasskey(page, { seen })
  const said = await words(page)
  if (who.organisation === 'Demerrode') {
    await says(page, 'Je wacht op bevestiging')
    if (seen) await look(page, 'waiting for confirmation')
    await confirmed(desk, said, who, { seen })
    await follow(page, 'Kijk of ik bevestigd ben')
  } else {
    await follow(page, 'Begin')
  }
  assert.match(page.url(), /\/today$/)
  await says(page, 'Wacht op jou')
}

// mayorFirst: the mayor comes in before anybody else, and makes the list in the first session.
export async function mayorFirst(desk, as) {
  const mayor = as('mayor')
  await follow(desk.page, 'Laat de burgemeester een account maken')
  await entered(desk.page, people.mayor, { err: true })
  await joined(desk, mayor, people.mayor, { seen: true })
  await look(mayor, 'today of a new mayor')
  await follow(mayor, 'Maak de lijst')
  await look(mayor, 'make the list')
  await press(mayor, 'Maak de lijst')
  await says(mayor, 'Wat nog moet gebeuren')
  await look(mayor, 'guide of the mayor')
}

// errand goes from the guide to where something is done.
async function errand({ page }, words) {
  await page.goto('/today')
  await page.locator('header').getByRole('link', { name: 'Oprichting' }).first().click()
  await follow(page, words)
}

// theTown: the own people of the municipality; the data protection officer needs no account to be named.
export async function theTown(desk, as) {
  await desk.page.goto('/people/new?function=representative')
  await entered(desk.page, people.representative)
  await joined(desk, as('representative'), people.representative)
  await errand(desk, 'Vul de drie zetels in')
  await entered(desk.page, people.coordinator)
  await joined(desk, as('coordinator'), people.coordinator)
  await errand(desk, 'Schrijf de functionaris gegevensbescherming in')
  await entered(desk.page, people.dpo)
}

// theNetwork: the police seat with its clearance, and the services, each with its legal framework.
export async function theNetwork(desk, as, until) {
  const { page } = desk
  await errand(desk, 'Vul de drie zetels in')
  await entered(page, { ...people.officer, until })
  await joined(desk, as('officer'), people.officer)
  await errand(desk, 'Zoek minstens drie partners')
  await look(page, 'add a partner')
  await fill(page, { category: 'clb' })
  assert.deepEqual(await refused(page, 'Voeg toe', { category: 'clb' }), ['name'])
  await look(page, 'add a partner with a fault')
  for (const [name, category] of Object.entries(partners)) {
    await page.goto('/network/partner')
    await fill(page, { name, category })
    await press(page, 'Voeg toe')
    await accepted(page)
  }
  await look(page, 'network with partners')
  for (const stem of ['clb', 'caw']) {
    await page.goto('/network')
    await Promise.all([page.waitForEvent('load'),
      page.locator('main .sheet', { hasText: people[stem].organisation }).getByRole('link', { name: 'Schrijf iemand in' }).click()])
    await entered(page, people[stem])
    await joined(desk, as(stem), people[stem])
  }
}

// theList: the mayor appoints the coordinator for the list, in writing. So two people hold it.
export async function theList(mayor) {
  await mayor.goto('/founding')
  await follow(mayor, 'Kies of de coördinator mee de lijst houdt')
  await look(mayor, 'does the coordinator hold the list')
  await follow(mayor, 'Ik stel de coördinator aan')
  await appointed(mayor)
}

// oneMore: the representative is appointed when there is a case already. Its key waits until the mayor
// gives it with one press.
export async function oneMore(mayor, greet) {
  await mayor.goto('/network')
  await follow(mayor, people.representative.name)
  await appointed(mayor)
  await greet.goto('/waiting-keys')
  await says(greet, 'Waar jij op wacht', people.mayor.name)
  await look(greet, 'a key that is waited for')
  await mayor.goto('/today')
  await follow(mayor, 'Iemand wacht op een sleutel van jou')
  await look(mayor, 'a key to give')
  await press(mayor, 'Geef deze sleutel')
  await says(mayor, 'Niemand wacht op een sleutel.')
  await greet.goto('/waiting-keys')
  await says(greet, 'Niemand wacht op een sleutel.')
}

async function appointed(page) {
  await follow(page, 'Stel aan voor de lijst')
  await unlocked(page)
  await look(page, 'appoint')
  await press(page, 'Stel aan')
  await accepted(page)
  await says(page, 'Aangesteld voor de lijst op')
}

// theProtocol: the coordinator adds a sentence, and the mayor lets it hold.
export async function theProtocol(desk, mayor) {
  await desk.goto('/protocol')
  await look(desk, 'protocol of the desk')
  await follow(desk, 'Wijzig')
  await look(desk, 'chapter')
  const text = await desk.locator('main [name="text"]').inputValue()
  await fill(desk, { text: `${text}\nWe houden het klein.` })
  await press(desk, 'Bewaar')
  await accepted(desk)
  await mayor.goto('/founding')
  await follow(mayor, 'Laat het protocol gelden')
  await look(mayor, 'protocol to put in force')
  await follow(mayor, 'Laat het protocol gelden')
  await unlocked(mayor)
  await look(mayor, 'put in force')
  await press(mayor, 'Laat vandaag gelden')
  await accepted(mayor)
  await look(mayor, 'protocol in force')
}
