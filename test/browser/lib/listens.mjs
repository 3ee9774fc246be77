// Everything that reaches one browser: addresses, headers, titles and bodies, so that a story can say what
// never did.
import assert from 'node:assert/strict'

// listens keeps what comes in from now on.
export function listens(page) {
  const heard = []
  const keep = (what, text) => heard.push({ what, text })
  page.context().on('response', async response => {
    keep(`address ${response.status()}`, response.url())
    keep(`headers of ${response.url()}`, JSON.stringify(await response.allHeaders().catch(() => ({}))))
    if (/event-stream/.test(response.headers()['content-type'] ?? '')) return // its events are read where they arrive
    keep(`body of ${response.url()}`, await response.text().catch(() => ''))
  })
  page.on('framenavigated', async () => keep('title', await page.title().catch(() => '')))
  return {
    // never fails when one of these words reached this browser.
    never(words) {
      assert.ok(heard.some(h => h.what.startsWith('body')), 'nothing was heard at all')
      for (const word of words) {
        const where = heard.find(h => h.text.includes(word))
        assert.ok(!where, `"${word}" reached who must not have it, in the ${where?.what}`)
      }
    },
  }
}
