// Signing in in a practice town: one button per role on the first page.
import assert from 'node:assert/strict'

// signIn presses the button with this name and waits for the page after it.
export async function signIn(page, name) {
  await page.goto('/')
  const button = page.getByRole('button', { name, exact: true })
  await Promise.all([page.waitForEvent('load'), button.click()])
  assert.equal(await button.count(), 0, `${name} is still on the page to sign in`)
}
