// The first time of a person: a link, a code that was said, and keys of one's own.
import assert from 'node:assert/strict'
import { app, fill, follow, look, passkey, press, refused, says, send } from '../lib/index.mjs'

const passphrase = 'zeven paarse fietsen zwijgen traag'

// arrived opens the link and types the code that was heard; first a wrong one, when asked to err.
export async function arrived(page, { path, code }, { err = false } = {}) {
  await page.goto(path)
  if (err) {
    await look(page, 'enrol')
    await fill(page, { code: 'AAAA-AAAA' })
    await refused(page, 'Ga verder', { code: 'AAAA-AAAA' })
    await look(page, 'enrol with a wrong code')
  }
  await fill(page, { code })
  await press(page, 'Ga verder')
  assert.match(page.url(), /\/keys$/)
}

// withPassphrase makes a passphrase, an app and a paper, each wrong once, and gives what was made.
export async function withPassphrase(page) {
  await look(page, 'keys to make')
  await follow(page, 'Wachtzin')
  await look(page, 'passphrase')
  await fill(page, { passphrase: 'te kort', again: 'te kort' })
  await refused(page, 'Bewaar de wachtzin', { passphrase: '' })
  await look(page, 'passphrase too short')
  await fill(page, { passphrase, again: 'iets anders dat lang genoeg is' })
  await refused(page, 'Bewaar de wachtzin', { again: '' })
  await fill(page, { passphrase, again: passphrase })
  await press(page, 'Bewaar de wachtzin')
  await follow(page, 'Code uit een app')
  await look(page, 'app to draw')
  await press(page, 'Toon de code om te scannen')
  await look(page, 'app')
  const read = app(await page.locator('main code').innerText())
  await fill(page, { code: '000000' })
  await refused(page, 'Bewaar de app', { code: '' })
  await look(page, 'app with a wrong code')
  await fill(page, { code: await read() })
  await press(page, 'Bewaar de app')
  await paper(page, { err: true })
  await look(page, 'keys made')
  await press(page, 'Klaar, bewaar mijn sleutels')
  return { passphrase, read }
}

// withPasskey makes a passkey on a device of this person, and a paper.
export async function withPasskey(page, { seen = false } = {}) {
  const device = await passkey(page)
  if (seen) await look(page, 'keys to make with a passkey')
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
