// Every legal act once, with JavaScript off, in the order of the playbook. At the end the forms that were
// pressed are held against the list of all forms of the product.
import assert from 'node:assert/strict'
import { act, anew, changes, later, never, says, signIn, story, today } from './lib/index.mjs'

const nele = 'Nele, coördinator'
const karim = 'Karim, burgemeester'
const sofie = 'Sofie, information officer'
const lotte = 'Lotte, CLB'
const ruben = 'Ruben, CAW'
const yassin = 'Yassin, jeugddienst'
const bart = 'Bart, gegevensbescherming'

// as lets somebody else sit down at the same screen, on this page.
async function as(page, who, address) {
  await signIn(page, who)
  if (address) await page.goto(address)
}

// open goes to a page by a link on the page that is open.
async function open(page, words) {
  await Promise.all([page.waitForEvent('load'), page.locator('main').getByRole('link', { name: words }).first().click()])
}

const path = page => new URL(page.url()).pathname
const option = (page, name, text) => page.locator(`main [name="${name}"] option`, { hasText: text }).first().getAttribute('value')

story('step 1 without JavaScript: partners, people, the list', async ({ person, origin }) => {
  await anew(origin)
  const page = await person({ javaScript: false })
  await as(page, nele, '/network/partner')
  await act(page, '/network/partner', { name: 'Sportraad Demerrode', category: 'sport' }, { words: 'Sportraad Demerrode' })

  await page.goto('/people/new')
  await act(page, '/people/new', { organisation: await option(page, 'organisation', 'Sportraad'), function: 'participant', name: 'Ilse Trainer',
    mail: 'ilse.trainer@sport.demerrode.example', speaks_for: 'organisation', mandate: 'Neemt afspraken op.', secrecy: 'discretion', confirmed: 'yes' }, { words: 'Ilse Trainer' })
  const ilse = path(page)
  await page.goto(`${ilse}/invite`)
  await act(page, '/invite')
  await page.goto(`${ilse}/remove`)
  await act(page, '/remove')

  await as(page, karim, '/network')
  await open(page, 'Sofie Maes')
  await open(page, 'Noteer de machtiging')
  await act(page, '/clearance', { until: await today(page, 400) }, { words: 'Machtiging geldig' })
  await page.goto('/network')
  await open(page, 'Greet Aerts')
  await open(page, 'Neem de lijst terug')
  await act(page, '/revoke', {}, { words: 'Greet Aerts' })
  await open(page, 'Stel aan')
  await act(page, '/appoint', {}, { words: 'Greet Aerts' })
  await page.goto('/waiting-keys')
  console.log(await page.locator('main').innerText())
  await page.goto('/today')
  console.log(await page.locator('main').innerText())

  await as(page, bart, '/own-file')
  await act(page, '/own-file', {}, { button: 'switch=on' })
})

story('step 2 without JavaScript: the protocol', async ({ person }) => {
  const page = await person({ javaScript: false })
  await as(page, nele, '/protocol')
  await act(page, '/protocol/new', {}, { words: 'ontwerp' })
  const version = path(page)
  await page.goto(`${version}/chapters/roles`)
  await act(page, '/chapters/roles', { text: 'De burgemeester zit voor. De coördinator bereidt voor.' }, { words: 'De burgemeester zit voor. De coördinator bereidt voor.' })
  await page.goto(`${version}/criteria/right_table`)
  await act(page, '/criteria/right_table', { text: 'Geen andere tafel past beter.', help: 'Denk aan het jeugdoverleg.' }, { words: 'Geen andere tafel past beter.' })
  await page.goto(`${version}/settings`)
  await act(page, '/settings', { switches: ['written_referral', 'own_worries', 'think_along'] }, { words: 'ontwerp' })
  await as(page, lotte, `${version}/answers`)
  await act(page, '/answers', { organisation: await option(page, 'organisation', 'CLB') }, { button: 'answer=agree' })
  await as(page, karim, `${version}/force`)
  await act(page, '/force', {}, { words: 'geldt vanaf' })
})

story('the product has no other forms than these', async () => {
  const list = await changes()
  console.log(never(list).join(' '))
  assert.deepEqual(never(list), [])
})
