// Pressing a form of the product and seeing what came of it; and the list of all there are.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { accepted, fill, says } from './hands.mjs'

// pressed holds the addresses of forms that were taken, without their query.
export const pressed = new Set()

// act fills in the form that goes to this address on the page that is open, presses its button, and fails
// unless the form was taken: sent on to another page (303), or answered with what came of it (200). button
// is name=value, or words on it; the first one otherwise. about are words in the form, when there are more
// that go there. Then the page says these words.
export async function act(page, address, fields = {}, { words = [], ...which } = {}) {
  const status = await sent(page, address, fields, which)
  assert.ok(taken(status), `${address} answers ${status}:\n${await page.locator('main').innerText()}`)
  await accepted(page)
  await says(page, ...[words].flat())
}

// taken tells whether a form was taken.
export const taken = status => status === 200 || status === 303

// sent fills in a form, presses its button and gives the status of the answer.
export async function sent(page, address, fields = {}, { button, about = '' } = {}) {
  const form = page.locator(`form[action$="${address}"], form[action*="${address}?"]`).filter({ hasText: about }).first()
  const folded = page.locator('details:not([open])', { has: form }).locator('summary')
  if (await folded.count()) await folded.first().click()
  await fill(page, fields)
  const [answer] = await Promise.all([
    page.waitForResponse(response => response.request().method() === 'POST' && response.request().isNavigationRequest()),
    page.waitForEvent('load'),
    buttonOf(form, button).click(),
  ])
  if (taken(answer.status())) pressed.add(new URL(answer.url()).pathname)
  return answer.status()
}

// fetched fills in the form that goes to this address and gives the file with which it is answered: its name
// and where it stands.
export async function fetched(page, address, fields = {}) {
  await fill(page, fields)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`main form[action$="${address}"]`).first().locator('button').first().click(),
  ])
  pressed.add(new URL(download.url()).pathname)
  return { name: download.suggestedFilename(), at: await download.path() }
}

function buttonOf(form, button) {
  if (!button) return form.locator('button').first() // a field for a file has the role of a button too
  const [name, value] = button.split('=')
  return value ? form.locator(`button[name="${name}"][value="${value}"]`) : form.getByRole('button', { name: button }).first()
}

// changes lists the address of every form of the product, as patterns: /cases/{case}/plan.
export async function changes() {
  const { stdout } = await promisify(execFile)('go', ['run', './tools/routes'], { cwd: new URL('../../../', import.meta.url) })
  return stdout.trim().split('\n')
}

// never lists the patterns that no pressed address fits.
export function never(patterns) {
  const fits = pattern => new RegExp(`^${pattern.replace(/\{[^}]+\}/g, '[^/]+')}$`)
  const literal = [...pressed].map(address => patterns.find(pattern => pattern === address) ?? address)
  return patterns.filter(pattern => !literal.some(address => address === pattern || !patterns.includes(address) && fits(pattern).test(address)))
}
