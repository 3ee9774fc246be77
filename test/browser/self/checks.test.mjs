// Every check is shown a page that is right and one with a planted fault, and must tell them apart.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { person } from '../lib/browser.mjs'
import { axe, noOverflow, passkey, phone, reach, signIn } from '../lib/index.mjs'
import { serve } from './pages.mjs'

const { origin, stop } = await serve()
after(stop)

// at opens an address for a new person.
async function at(path, options) {
  const page = await person(origin, options)
  await page.goto(path)
  return page
}

test('axe passes the page that is right, wide and narrow, light and dark, without JavaScript too', async () => {
  for (const options of [{}, { width: phone }, { theme: 'dark' }, { javaScript: false }]) await axe(await at('/', options), 'good')
})

test('axe sees a picture without words', async () => {
  await assert.rejects(axe(await at('/no-alt'), 'planted'), /image-alt/)
})

test('axe sees a fault on a page without JavaScript, which stays without it', async () => {
  const page = await at('/no-alt', { javaScript: false })
  await assert.rejects(axe(page, 'planted'), /image-alt/)
  await page.goto('/')
  assert.equal(await page.locator('html').getAttribute('data-script'), null)
})

test('axe sees pale letters', async () => {
  await assert.rejects(axe(await at('/pale'), 'planted'), /color-contrast/)
})

test('a page that fits passes, with a wide table in a box that scrolls', async () => {
  for (const javaScript of [true, false]) await noOverflow(await at('/', { javaScript }))
})

test('a page that is too wide is seen and its element named', async () => {
  await assert.rejects(noOverflow(await at('/too-wide')), /p\.wide/)
})

test('the watchers keep quiet about the page that is right and about a 404', async () => {
  const page = await at('/')
  await page.goto('/not-there')
  assert.deepEqual(page.found(), [])
})

for (const [path, what, pattern] of [
  ['/foreign', 'a request to another host', /elsewhere\.example/],
  ['/broken', 'a script that breaks', /broken on purpose/],
  ['/inline', 'a breach of the content security policy', /Content Security Policy/],
  ['/lost', 'a file that is not there', /404/],
]) {
  test(`the watchers see ${what}`, async () => {
    assert.match((await at(path)).found().join('\n'), pattern)
  })
}

test('what a story expects is no finding', async () => {
  const page = await at('/broken', { expected: [/broken on purpose/] })
  assert.deepEqual(page.found(), [])
})

test('a button is reached with the keyboard', async () => {
  const page = await at('/')
  assert.equal(await reach(page, page.getByRole('button', { name: 'Bewaren' })), 2)
})

test('a button that Tab passes over is seen', async () => {
  const page = await at('/unreachable')
  await assert.rejects(reach(page, page.getByRole('button', { name: 'Geheim' }), 10), /not reached/)
})

test('what can only be reached by beginning the page again is seen', async () => {
  const page = await at('/backward')
  await reach(page, page.getByRole('button', { name: 'Einde' }))
  await assert.rejects(reach(page, page.getByRole('button', { name: 'Bewaren' })), /stands before/)
})

test('a button on which the focus does not show is seen', async () => {
  const page = await at('/invisible')
  await assert.rejects(reach(page, page.getByRole('button', { name: 'Stil' })), /cannot be seen/)
})

test('without JavaScript no script runs and the noscript text shows', async () => {
  const page = await at('/', { javaScript: false })
  assert.equal(await page.locator('html').getAttribute('data-script'), null)
  assert.ok(await page.locator('noscript p').isVisible())
  assert.equal(await (await at('/')).locator('html').getAttribute('data-script'), 'ran')
})

test('a practice role signs in with one button', async () => {
  const page = await person(origin)
  await page.route(`${origin}/`, route => route.continue({ url: `${origin}/roles` }), { times: 1 })
  await signIn(page, 'Burgemeester')
  assert.ok(await page.getByText('Welkom').isVisible())
})

test('a passkey gives the same secret each time, and none to somebody it does not recognise', async () => {
  const page = await at('/')
  const device = await passkey(page)
  const id = await page.evaluate(makePasskey)
  assert.equal((await device.credentials()).length, 1)
  const first = await page.evaluate(usePasskey, [id, 'salt'])
  assert.equal(first.length, 32)
  assert.deepEqual(await page.evaluate(usePasskey, [id, 'salt']), first)
  assert.notDeepEqual(await page.evaluate(usePasskey, [id, 'other']), first)
  await device.recognises(false)
  await assert.rejects(page.evaluate(usePasskey, [id, 'salt']), /NotAllowedError/)
})

// makePasskey runs in the page and returns the id of a new passkey with a PRF.
async function makePasskey() {
  const bytes = new Uint8Array(32)
  const made = await navigator.credentials.create({ publicKey: {
    challenge: bytes,
    rp: { name: 'proef', id: 'localhost' },
    user: { id: bytes, name: 'iemand', displayName: 'Iemand' },
    pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    extensions: { prf: {} },
  } })
  if (!made.getClientExtensionResults().prf?.enabled) throw new Error('no PRF')
  return [...new Uint8Array(made.rawId)]
}

// usePasskey runs in the page and returns the secret that the passkey derives from the salt.
async function usePasskey([id, salt]) {
  const got = await navigator.credentials.get({ publicKey: {
    challenge: new Uint8Array(32),
    rpId: 'localhost',
    allowCredentials: [{ type: 'public-key', id: new Uint8Array(id) }],
    userVerification: 'required',
    timeout: 2000,
    extensions: { prf: { eval: { first: new TextEncoder().encode(salt) } } },
  } })
  return [...new Uint8Array(got.getClientExtensionResults().prf.results.first)]
}
