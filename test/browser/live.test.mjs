// Two screens at one meeting: what changes on the one shows on the other, and what somebody is typing stays,
// also while the network is gone.
import assert from 'node:assert/strict'
import { begun } from './job/table.mjs'
import { accepted, anew, fill, follow, look, phone, send, shot, signIn, story, tidied } from './lib/index.mjs'

const nele = 'Nele, coördinator'

// seated brings a screen to the case that is open at the table.
async function seated(screen) {
  await signIn(screen, nele)
  await follow(screen, 'Open de vergadering')
  const meeting = new URL(screen.url()).pathname
  await begun(screen, meeting)
  await Promise.all([screen.waitForEvent('load'), screen.locator('main a[href$="/open"]').first().click()])
  for (const door of await screen.locator('main [name^="door."][value="in"]').all()) await door.check()
  await screen.locator('main button.button-primary').click()
  await accepted(screen)
  await screen.waitForURL(/items/)
  return new URL(screen.url()).pathname
}

const value = (screen, name) => screen.locator(`main [name="${name}"]`).inputValue()

const gone = [/ERR_INTERNET_DISCONNECTED|Failed to load resource/]

story('a second screen follows the first and keeps what is typed on it', async ({ person, origin }) => {
  await anew(origin)
  const [first, second] = [await person(), await person({ expected: gone })]
  const item = await seated(first)
  await signIn(second, nele)
  await second.goto(item)
  await second.evaluate(() => { window.loadedOnce = true })

  await send(first, '/phase', 'Volgende')
  await second.waitForFunction(() => document.querySelector('main [name="protects.home"]'))
  await look(second, 'a screen that followed')

  await fill(second, { 'protects.home': '3', unknown: 'online' })
  await second.locator('main [name="concerns.friends"]').pressSequentially('1')
  await fill(first, { 'protects.school_work': '2', asked_protects: 'yes' })
  await send(first, '/weigh')
  await accepted(first)
  await second.waitForFunction(() => document.querySelector('main')?.innerText.includes('van 2 plaatsen'))
  assert.equal(await value(second, 'protects.home'), '3', 'what was typed is gone')
  assert.equal(await value(second, 'concerns.friends'), '1', 'what is being typed is gone')
  assert.equal(await value(second, 'protects.school_work'), '2', 'what the other typed is not there')
  assert.ok(await second.locator('main [name="unknown"][value="online"]').isChecked(), 'what was ticked is gone')
  assert.equal(await second.evaluate(() => document.activeElement.name), 'concerns.friends', 'the place is gone')
  assert.ok(await second.evaluate(() => window.loadedOnce), 'the page was loaded anew')

  await second.context().setOffline(true)
  await second.locator('[data-offline]').waitFor({ state: 'visible' })
  await second.locator('main form[action$="/weigh"] button').click()
  await second.waitForTimeout(300)
  assert.equal(await value(second, 'protects.home'), '3', 'what was typed is gone with the network')
  await shot(second, 'a screen without a network')
  await second.setViewportSize({ width: phone, height: 844 })
  await shot(second, 'a screen without a network')
  await second.context().setOffline(false)
  await second.locator('[data-offline]').waitFor({ state: 'hidden' })
  assert.equal(await value(second, 'protects.home'), '3', 'what was typed is gone after the break')
  await send(second, '/weigh')
  await accepted(second)
  await first.waitForFunction(() => document.querySelector('main')?.innerText.includes('van 3 plaatsen'))
}, { town: tidied })
