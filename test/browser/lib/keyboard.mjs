// Working with the keyboard alone.
import assert from 'node:assert/strict'

// reach presses Tab until the element has the focus, and fails when it never gets it, when that is only
// after the end of the page and from its beginning again, or when the focus cannot be seen on it
// (WCAG 2.1.1, 2.4.3, 2.4.7). It returns the number of presses.
export async function reach(page, locator, limit = 100) {
  for (let presses = 1; presses <= limit; presses++) {
    await page.keyboard.press('Tab')
    if (await locator.evaluate(element => element === document.activeElement)) {
      assert.ok(await locator.evaluate(focusShows), `the focus cannot be seen on ${locator}`)
      return presses
    }
    if (presses > 1) assert.ok(!await page.evaluate(() => document.activeElement.matches('.skip')), `${locator} stands before what was reached last`)
  }
  assert.fail(`${locator} is not reached with ${limit} presses of Tab`)
}

// focusShows runs in the page: whether the element looks different with and without the focus.
function focusShows(element) {
  const look = () => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor, borderColor } = getComputedStyle(element)
    const outline = outlineStyle === 'none' ? 'none' : `${outlineStyle} ${outlineWidth} ${outlineColor}`
    return [outline, boxShadow, backgroundColor, borderColor].join('|')
  }
  const focused = look()
  element.blur()
  const rest = look()
  element.focus({ focusVisible: true })
  return focused !== rest
}

// skip goes past the menu with the first link of the page, so that Tab goes on in what the page is about.
export async function skip(page) {
  await reach(page, page.locator('.skip'), 1)
  await page.keyboard.press('Enter')
}

// enter reaches a link or button of the page itself and presses Enter; the next page is there then.
export async function enter(page, locator, limit) {
  await reach(page, locator, limit)
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
}

// tick reaches boxes one after the other, in the order in which they are given, and ticks each with Space.
export async function tick(page, ...boxes) {
  for (const box of boxes) {
    await reach(page, box)
    await page.keyboard.press('Space')
    assert.ok(await box.isChecked(), `${box} is ticked with Space`)
  }
}

// pick reaches a group of radios and chooses one with Space or the arrows.
export async function pick(page, name, value) {
  const group = page.locator(`main [name="${name}"]`)
  const wanted = page.locator(`main [name="${name}"][value="${value}"]`)
  const chosen = page.locator(`main [name="${name}"]:checked`)
  await reach(page, await chosen.count() ? chosen : group.first())
  await page.keyboard.press('Space')
  for (let presses = await group.count(); presses > 0 && !await wanted.isChecked(); presses--) await page.keyboard.press('ArrowDown')
  assert.ok(await wanted.isChecked(), `${name} is ${value} with the arrows`)
}

// choose reaches a list and goes down in it until this answer is chosen.
export async function choose(page, name, label) {
  const list = page.locator(`main [name="${name}"]`)
  await reach(page, list)
  const now = () => list.evaluate(element => element.selectedOptions[0].text.trim())
  for (let presses = await list.locator('option').count(); presses > 0 && await now() !== label; presses--) await page.keyboard.press('ArrowDown')
  assert.equal(await now(), label)
}

// write reaches a field and types in it.
export async function write(page, name, text) {
  await reach(page, page.locator(`main [name="${name}"]`))
  await page.keyboard.type(text)
}

// writeDay types a day, YYYY-MM-DD, in the order in which this browser asks its parts.
export async function writeDay(page, name, day) {
  const [year, month, date] = day.split('-')
  const field = page.locator(`main [name="${name}"]`)
  await reach(page, field)
  await page.keyboard.type(month + date + year)
  assert.equal(await field.inputValue(), day)
}
