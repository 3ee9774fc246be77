// Working with the keyboard alone.
import assert from 'node:assert/strict'

// reach presses Tab until the element has the focus, and fails when it never gets it or when the
// focus cannot be seen on it (WCAG 2.1.1, 2.4.7). It returns the number of presses.
export async function reach(page, locator, limit = 100) {
  for (let presses = 1; presses <= limit; presses++) {
    await page.keyboard.press('Tab')
    if (await locator.evaluate(element => element === document.activeElement)) {
      assert.ok(await locator.evaluate(focusShows), `the focus cannot be seen on ${locator}`)
      return presses
    }
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
