// The first time of a person: a link, a code that was said, and keys of one's own.
import assert from 'node:assert/strict'
import { app, fill, follow, look, passkey, press, refused, says } from '../lib/index.mjs'

const passphrase = 'zeven paarse fietsen zwijgen traag'

// arrived opens the link, confirms the rules and types the code that was heard; when asked to err, first
// without the rules and then with a wrong code.
export async function arrived(page, { path, code }, { err = false } = {}) {
  await page.goto(path)
  if (err) {
    await look(page, 'enrol')
    await fill(page, { code: 'AAAA-AAAA' })
    assert.deepEqual(await refused(page, 'Ga verder', { code: 'AAAA-AAAA' }), ['rules'])
    await look(page, 'enrol without the rules')
    await fill(page, { rules: 'yes' })
    assert.deepEqual(await refused(page, 'Ga verder', { code: 'AAAA-AAAA', rules: 'yes' }), ['code'])
    await look(page, 'enrol with a wrong code')
  }
  await fill(page, { rules: 'yes', code })
  await press(page, 'Ga verder')
  assert.match(page.url(), /\/keys$/)
}

// withPassphrase makes a passphrase, an app and a paper, each wrong first when asked to err, and gives what
// was made.
export async function withPassphrase(page, { err = false } = {}) {
  await look(page, 'keys to make')
  await follow(page, 'Wachtzin')
  await look(page, 'passphrase')
  if (err) await wrongPassphrase(page)
  await fill(page, { passphrase, again: passphrase })
  await press(page, 'Bewaar de wachtzin')
  await follow(page, 'Code uit een app')
  await look(page, 'app to draw')
  await press(page, 'Toon de code om te scannen')
  await look(page, 'app')
  const read = app(await page.locator('main code').innerText())
  if (err) {
    await fill(page, { code: '000000' })
    await refused(page, 'Bewaar de app', { code: '' })
    await look(page, 'app with a wrong code')
  }
  await fill(page, { code: await read() })
  await press(page, 'Bewaar de app')
  await paper(page, { err })
  await look(page, 'keys made')
  await press(page, 'Klaar, bewaar mijn sleutels')
  return { passphrase, read }
}

async function wrongPassphrase(page) {
  await fill(page, { passphrase: 'te kort', again: 'te kort' })
  await refused(page, 'Bewaar de wachtzin', { passphrase: '' })
  await look(page, 'passphrase too short')
  await fill(page, { passphrase, again: 'iets anders dat lang genoeg is' })
  await refused(page, 'Bewaar de wachtzin', { again: '' })
}

// withPasskey makes a passkey on a device of this person, and a paper.
export async function withPasskey(page, { seen = false } = {}) {
  if (seen) await notRecognised(page)
  const device = await passkey(page)
  await press(page, 'Maak een toegangssleutel op dit toestel')
  if (page.url().endsWith('/keys/passkey')) {
    if (seen) await look(page, 'passkey to read once more')
    await press(page, 'Lees de sleutel nog één keer')
  }
  if (seen) await look(page, 'passkey made')
  await paper(page)
  await press(page, 'Klaar, bewaar mijn sleutels')
  return device
}

// notRecognised: a device that fails to recognise somebody leads nowhere, and the page says so.
async function notRecognised(page) {
  const device = await passkey(page)
  await device.recognises(false)
  await page.getByRole('button', { name: 'Maak een toegangssleutel op dit toestel' }).click()
  await page.locator('[data-passkey-fault]').first().waitFor()
  await look(page, 'passkey that did not work')
  await device.gone()
}

// paper draws the recovery code and types two groups of it back.
async function paper(page, { err = false } = {}) {
  await follow(page, 'Herstelcode op papier')
  if (err) await look(page, 'paper to draw')
  await press(page, 'Toon mijn herstelcode')
  if (err) await look(page, 'paper')
  const groups = await page.locator('main .group').allInnerTexts()
  assert.equal(groups.length, 9)
  const asked = (await page.locator('main form label').allInnerTexts()).map(text => groups[text.match(/[1-9]/)[0] - 1])
  if (err) {
    await fill(page, { first: asked[0], second: 'XXXX' })
    await refused(page, 'Ik heb de code bewaard', { first: asked[0], second: 'XXXX' })
    await look(page, 'paper not kept')
  }
  await fill(page, { first: asked[0], second: asked[1] })
  await press(page, 'Ik heb de code bewaard')
}

// words are the eight words of one's own keys.
export async function words(page) {
  const text = await page.locator('main [translate="no"] strong').first().innerText()
  assert.equal(text.split(' ').length, 8, text)
  return text
}

// left leaves by the button that is on every page.
export async function left(page) {
  await Promise.all([page.waitForEvent('load'), page.locator('form.leave button').click()])
  await page.goto('/sign-in')
}

// byPasskey leaves and signs in again with one touch.
export async function byPasskey(page) {
  await left(page)
  await press(page, 'Meld je aan met je toegangssleutel')
  assert.match(page.url(), /\/today$/)
}

// byPassphrase leaves and signs in again with passphrase and app, wrong first.
export async function byPassphrase(page, mail, { passphrase, read }) {
  await left(page)
  await fill(page, { mail, passphrase: 'een heel andere lange zin', code: await read() })
  await refused(page, 'Meld je aan', { mail, passphrase: '', code: '' })
  await look(page, 'sign in that is wrong')
  await fill(page, { mail, passphrase, code: await read() })
  await press(page, 'Meld je aan')
  assert.match(page.url(), /\/today$/)
}

// unlocked proves once more who it is, where a weighty step asks for it: after five minutes. It tells
// whether it was asked.
export async function unlocked(page, keys) {
  if (!page.url().includes('/step-up')) return false
  await look(page, 'unlock again')
  if (keys) await fill(page, { passphrase: keys.passphrase, code: await keys.read() })
  await press(page, keys ? 'Ga verder' : 'Meld je aan met je toegangssleutel')
  return true
}
