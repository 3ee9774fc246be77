// Going from page to page at one screen, at which one after the other sits down.
import { signIn } from '../lib/index.mjs'

export const who = {
  nele: 'Nele, coördinator', karim: 'Karim, burgemeester', sofie: 'Sofie, information officer', lotte: 'Lotte, CLB',
  ruben: 'Ruben, CAW', an: 'An, OCMW', yassin: 'Yassin, jeugddienst', bart: 'Bart, gegevensbescherming',
}

// as lets somebody else sit down, on this page.
export async function as(page, name, address) {
  await signIn(page, name)
  if (address) await page.goto(address)
}

// open follows a link on the page that is open; last takes the last one with these words.
export async function open(page, words, { last = false } = {}) {
  const all = page.locator('main').getByRole('link', { name: words })
  await Promise.all([page.waitForEvent('load'), (last ? all.last() : all.first()).click()])
}

// path is the address of the page that is open.
export const path = page => new URL(page.url()).pathname

// option is the value of the answer with these words in a list.
export const option = (page, name, text) => page.locator(`main [name="${name}"] option`, { hasText: text }).first().getAttribute('value')

// values are what the boxes or radios of a name can say.
export const values = (page, name) => page.locator(`main [name="${name}"]`).evaluateAll(all => all.map(one => one.value))

// names are the fields whose name begins so.
export const names = (page, begin) => page.locator(`main [name^="${begin}"]`).evaluateAll(all => [...new Set(all.map(one => one.name))])
