// What a person does on a page, by the words that stand on it. Every step waits for the next page.
import assert from 'node:assert/strict'

// press presses a button of the page itself and waits for the page after it. A capital more or less
// is a matter of style.
export async function press(page, words) {
  const name = new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`, 'i')
  await Promise.all([page.waitForEvent('load'), page.locator('main').getByRole('button', { name }).first().click()])
}

// follow follows a link of the page itself whose text holds these words.
export async function follow(page, words) {
  await Promise.all([page.waitForEvent('load'), page.locator('main').getByRole('link', { name: words }).first().click()])
}

// fill fills in fields by their name in the form: text, a chosen answer, or an option of a list.
export async function fill(page, fields) {
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) await fillOne(page, name, one)
  }
}

async function fillOne(page, name, value) {
  const all = page.locator(`main [name="${name}"]:not([type="hidden"])`)
  const kind = await all.first().evaluate(field => field.type)
  if (kind === 'radio' || kind === 'checkbox') return page.locator(`main [name="${name}"][value="${value}"]:not([type="hidden"])`).check()
  if (kind === 'file') return all.first().setInputFiles(value)
  if (kind === 'select-one') return all.first().selectOption(value)
  return all.first().fill(value)
}

// says fails when the page does not say these words.
export async function says(page, ...words) {
  const text = await page.locator('main').innerText()
  for (const w of words) assert.ok(text.includes(w), `${page.url()} does not say "${w}":\n${text}`)
}

// send presses the button of the form that goes to this address; button is part of its words, when the
// form has more than one.
export async function send(page, address, button = '') {
  const press = page.locator(`main form[action$="${address}"]`).first().locator('button').filter({ hasText: button }).first()
  await Promise.all([page.waitForEvent('load'), press.click()])
}

// accepted fails when a form came back with messages.
export async function accepted(page) {
  const messages = await page.locator('[data-errors]:visible, .fault:visible').allInnerTexts()
  assert.deepEqual(messages.filter(Boolean), [], page.url())
}

// refused presses the button of a form that is not right yet. It must come back with 422: a summary that
// has the focus, a message at each field that the summary names, and what was typed still there. kept
// holds what must stand in the fields; a secret is not given back.
export async function refused(page, words, kept = {}) {
  const answer = page.waitForResponse(r => r.request().isNavigationRequest() && r.request().method() === 'POST')
  await press(page, words)
  assert.equal((await answer).status(), 422, `${page.url()} takes what is wrong`)
  const summary = page.locator('main [data-errors]')
  assert.ok(await summary.evaluate(box => box === document.activeElement), `${page.url()}: the summary has no focus`)
  const links = await summary.locator('a').evaluateAll(all => all.map(a => a.getAttribute('href').slice(1)))
  for (const field of links) {
    assert.equal(await page.locator(`main #${field}-error`).count(), 1, `${page.url()}: no message at ${field}`)
    assert.equal(await page.locator(`main #${field}`).count(), 1, `${page.url()}: the summary leads to no ${field}`)
  }
  for (const [name, value] of Object.entries(kept)) {
    assert.deepEqual(await typed(page, name), value, `${page.url()}: ${name} is not as it was typed`)
  }
  return links
}

// typed gives what stands in a field, or the answers that are chosen.
async function typed(page, name) {
  const all = page.locator(`main [name="${name}"]`)
  const kind = await all.first().evaluate(field => field.type)
  if (kind !== 'radio' && kind !== 'checkbox') return all.first().inputValue()
  return all.evaluateAll(list => list.filter(one => one.checked).map(one => one.value).join())
}
