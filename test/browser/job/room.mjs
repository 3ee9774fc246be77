// A table on screens as short as it can be: the meeting sits, one item is open, and who belongs inside is.
import assert from 'node:assert/strict'
import { accepted, fill, later, press, send, signIn } from '../lib/index.mjs'
import { who } from './acting.mjs'

// clicked presses something and waits for the page after it.
export const clicked = (page, button) => Promise.all([page.waitForEvent('load'), button.click()])

// hears waits until a page shows these words by itself.
export const hears = (page, words, timeout = 15_000) =>
  page.waitForFunction(w => document.querySelector('main').innerText.includes(w), words, { timeout })

// sits lets everybody say to be there, and opens the first item with the mayor, the officer, the CLB and the
// CAW inside; the youth service waits outside. It gives the addresses of the meeting and the item.
export async function sits(pages) {
  const { nele, karim, yassin, ...inside } = pages
  await signIn(nele, who.nele)
  await later(nele, 'Een week')
  for (const [stem, page] of Object.entries(pages)) await signIn(page, who[stem])
  await nele.goto('/today')
  await clicked(nele, nele.locator('main').getByRole('link', { name: /Open de vergadering/ }).first())
  const meeting = new URL(nele.url()).pathname
  for (const page of [nele, karim, yassin, ...Object.values(inside)].filter(Boolean)) {
    await page.goto(`${meeting}/mine`)
    await fill(page, { understood: 'yes' })
    await press(page, 'Ik ben er')
    await accepted(page)
  }
  await nele.goto(`${meeting}/table`)
  await nele.locator('main [name="chair"]').first().check()
  await fill(nele, { read: 'yes' })
  await send(nele, '/open')
  await accepted(nele)
  const item = await opened(nele, karim, meeting)
  for (const page of Object.values(inside)) await page.goto(`${meeting}/mine`)
  return { meeting, item, own: `${meeting}${item}` }
}

// opened: the coordinator asks, and the chair opens in one press.
export async function opened(nele, karim, meeting) {
  await nele.goto(`${meeting}/table`)
  await clicked(nele, nele.locator('main a[href$="/open"]').first())
  for (const door of await nele.locator('main fieldset:has([name^="door."])').all()) {
    const out = /jeugd|vertegenwoordiger/i.test(await door.locator('legend').innerText())
    await door.getByLabel(out ? 'buiten' : 'binnen').check()
  }
  await fill(nele, { mode: 'screens' })
  await press(nele, 'Vraag de voorzitter om op schermen te openen')
  await karim.goto(`${meeting}/mine`)
  await press(karim, 'Open dit punt')
  await accepted(karim)
  await nele.goto(`${meeting}/table`)
  await clicked(nele, nele.locator('main a[href^="/items/"]').first())
  return new URL(nele.url()).pathname
}

// moved: the coordinator asks to let the youth service in or out, and the chair does it.
export async function moved(nele, karim, item, where) {
  await nele.goto(`${item}/people`)
  await nele.locator('main fieldset:has([name^="door."])', { hasText: /jeugd/i }).getByLabel(where).check()
  await press(nele, 'Vraag het aan de voorzitter')
  await hears(karim, 'Even wisselen')
  await press(karim, 'Wissel')
}

// shares puts a fact in the room.
export async function shares(page, words) {
  await fill(page, { what: words })
  await clicked(page, sharing(page))
  await accepted(page)
}

// sharing is the button that shares what was typed.
export const sharing = page => page.locator('main form[action$="/share"]:has(textarea) button[value="share"]')

// withdraws takes the newest own fact back.
export async function withdraws(page) {
  await page.locator('main summary', { hasText: 'Wie las dit' }).last().click()
  await clicked(page, page.getByRole('link', { name: 'Verander of trek in' }).last())
  await clicked(page, page.locator('main button[name="do"][value="withdraw"]'))
  await accepted(page)
}

// shown counts how often these words stand among what was shared.
export const shown = (page, words) =>
  page.locator('main .fact-what').evaluateAll((all, w) => all.filter(one => one.textContent === w).length, words)

// stays fails when the page shows words that it should not, or lost words that it should.
export async function stays(page, there, gone = []) {
  for (const words of there) assert.equal(await shown(page, words), 1, `${words}: not once`)
  for (const words of gone) assert.ok(!(await page.locator('main').innerText()).includes(words), `${words}: still there`)
}
