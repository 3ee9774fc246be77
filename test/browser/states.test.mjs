// Every page in every state: with something on it and with nothing, with messages, refused, not there, too
// often, not ready, too late. Pages look the same whatever stands behind them, so this is told on SQLite.
import assert from 'node:assert/strict'
import { accepted, anew, fetched, fill, played, later, press, send, sent, signIn, story as told, tidied } from './lib/index.mjs'
import { Looked, sendEach, walk } from './lib/states.mjs'
import { names, path, values, who } from './job/acting.mjs'

const story = process.env.BERAAD_ENGINE === 'postgres' ? () => {} : told
const looked = new Looked()

story('each page of each role, in each state', async ({ person, town }) => {
  await anew(town.origin)
  const page = await person()
  const forms = {}
  for (const name of [who.nele, who.lotte, who.karim, who.yassin, who.sofie, who.ruben, who.an, who.bart]) {
    await signIn(page, name)
    forms[name] = await walk(page, looked)
  }
  for (const [name, addresses] of Object.entries(forms)) {
    await signIn(page, name)
    for (const address of addresses) await sendEach(page, looked, address)
  }
  assert.equal(looked.found.length, 0, looked.found.join('\n\n'))
})

story('each page of a meeting that sits, in each state', async ({ person, town }) => {
  await anew(town.origin)
  const page = await person()
  await signIn(page, who.nele)
  await later(page, 'Een week')
  await page.goto('/meetings')
  const meeting = await page.locator('main a[href^="/meetings/"]').first().getAttribute('href')
  await page.goto(`${meeting}/table`)
  for (const name of ['Karim', 'Nele', 'Sofie', 'Lotte']) {
    for (const box of await page.locator('main fieldset', { hasText: name }).getByRole('checkbox').all()) await box.check()
  }
  await send(page, '/check-in')
  await sent(page, '/open', { chair: (await values(page, 'chair'))[0], read: 'yes' })
  await page.goto(`${meeting}/table`)
  await looked.state(page)
  await page.goto(await page.locator('main a[href$="/open"]').first().getAttribute('href'))
  await looked.state(page)
  const door = path(page)
  await outside(page, door)
  await page.goto(door)
  for (const name of await names(page, 'door.')) await fill(page, { [name]: 'in' })
  await sent(page, '/open')
  await accepted(page)
  await atItem(page, path(page))
  await page.goto(`${meeting}/room`)
  await looked.state(page)
  assert.equal(looked.found.length, 0, looked.found.join('\n\n'))
})

story('a case on its way to another town, in each state', async ({ person }) => {
  const page = await person()
  await signIn(page, who.karim)
  for (const address of ['/transfer', '/receive']) {
    await page.goto(address)
    await looked.state(page)
  }
  await page.goto('/transfer')
  await send(page, '/transfer')
  await looked.state(page)
  const address = await page.locator('main .long-code').textContent()
  await page.goto('/transfer/print')
  await looked.state(page)
  await page.goto('/list')
  const on = (await page.locator('main a[href^="/list/"]').first().getAttribute('href')).replace('/list/', '/cases/') + '/transfer'
  for (const where of [on, `${on}/letter`]) {
    await page.goto(where)
    await looked.state(page)
  }
  await sendEach(page, looked, `${on}/to`)
  await page.goto(`${on}/to`)
  await fill(page, { to: address })
  await send(page, '/transfer/to')
  await looked.state(page)
  await looked.state(page, await sent(page, '/transfer/file'))
  const file = await fetched(page, '/transfer/file', { compared: 'yes', reason: 'Verhuist deze maand.', contact: 'Karim Haddad', follow: 'both' })
  await sendEach(page, looked, on)
  await sendEach(page, looked, '/receive')
  await page.goto('/receive')
  await fill(page, { file: file.at })
  await send(page, '/receive')
  await looked.state(page)
  const back = await page.locator('main .code').innerText()
  await page.goto('/receive')
  await fill(page, { file: file.at })
  await looked.state(page, await sent(page, '/receive'))
  await page.goto(on)
  await fill(page, { words: back })
  await send(page, '/transfer')
  await looked.state(page)
  await signIn(page, who.nele)
  await page.goto(on)
  await looked.state(page)
  assert.equal(looked.found.length, 0, looked.found.join('\n\n'))
}, { town: tidied })

// outside: without the police inside no case opens, and the refusal says by which norm.
async function outside(page, door) {
  await page.goto(door)
  for (const name of await names(page, 'door.')) {
    const police = (await page.locator(`main fieldset:has([name="${name}"])`).innerText()).includes('officer')
    await fill(page, { [name]: police ? 'out' : 'in' })
  }
  assert.equal(await sent(page, '/open'), 403)
  await looked.state(page, 403)
}

// atItem looks at each phase of the talk and at each page beside it, with messages too.
async function atItem(page, item) {
  for (const part of ['people', 'path', 'action', 'inform', 'card', 'feedback', 'closing', 'report', 'close']) {
    const answer = await page.goto(`${item}/${part}`)
    await looked.state(page, answer.status())
    if (part !== 'close' && part !== 'people') await sendEach(page, looked, `${item}/${part}`)
  }
  for (let phase = 1; phase <= 9; phase++) {
    await page.goto(item)
    looked.seen.delete('/items/{} 200')
    await looked.state(page)
    await sendEach(page, looked, item)
    await page.goto(item)
    const on = page.locator('main form[action$="/phase"]').getByRole('button', { name: 'Volgende' })
    if (!await on.count()) break
    await Promise.all([page.waitForEvent('load'), on.click()])
  }
  await sent(page, '/stop')
  await looked.state(page)
}

story('what went wrong is said on a page of its own', async ({ person, town }) => {
  const page = await person({ expected: [/503/, /ERR_INTERNET_DISCONNECTED/] })
  for (const address of ['/', '/sign-in', '/sign-in/recovery', '/licences', '/practice/walk', '/practice/clock', '/practice/mail', '/practice/anew', '/nergens', '/enrol/aaaaaaaaaaaaaaaaaaaaaaaaaa', '/leave']) {
    const answer = await page.goto(address)
    await looked.state(page, answer.status())
  }
  await signIn(page, who.lotte)
  for (const address of ['/refer/write/1', '/list', '/own-file', '/items/aaaaaaaaaaaaaaaaaaaaaaaaaa']) {
    const answer = await page.goto(address)
    await looked.state(page, answer.status())
  }
  await onceMore(page)
  await tooOften(await person())
  await tooLate(await person())
  await unasked(await person({ javaScript: false }))
  await notReady(page, town.origin)
  assert.equal(looked.found.length, 0, looked.found.join('\n\n'))
})

// onceMore: who plays a role proves with one press that it is still the same person (settled 21, 26).
async function onceMore(page) {
  await page.goto('/step-up?to=/own-file')
  await looked.state(page)
  await press(page, 'Ga verder')
  assert.equal(path(page), '/own-file')
}

async function tooOften(page) {
  for (let times = 0; times < 12; times++) {
    await page.goto('/sign-in')
    const status = await sent(page, '/sign-in', { mail: 'niemand@demerrode.example', passphrase: 'dit is een verkeerde zin', code: '000000' })
    await looked.state(page, status)
    if (status === 429) return
  }
  assert.fail('wrong answers are never too many')
}

// tooLate: the session ended while somebody wrote.
async function tooLate(page) {
  await signIn(page, who.nele)
  await page.goto('/meetings/plan')
  await fill(page, { place: 'Zaal 3' })
  await page.context().clearCookies()
  const status = await sent(page, '/meetings/plan')
  assert.equal(status, 401)
  await looked.state(page, status)
}

async function unasked(page) {
  for (const address of ['/sign-in', '/licences']) {
    await page.goto(address)
    await looked.state(page, 'no script')
  }
  await signIn(page, who.nele)
  await looked.state(page, 'no script')
}

// notReady: the town is played again, and the first page says so meanwhile.
async function notReady(page, origin) {
  await page.goto('/practice/anew')
  await page.locator('main form button').first().click()
  for (let times = 0; times < 200; times++) {
    const answer = await page.goto('/').catch(() => null)
    if (answer?.status() !== 503) continue
    await looked.state(page, 503)
    break
  }
  await played(origin)
}
