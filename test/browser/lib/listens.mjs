// Everything that reaches one browser: addresses, headers, titles, bodies and events, so that a story can say
// what never did; and the same of the log of the program.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'

// listens keeps what comes in from now on.
export async function listens(page) {
  const heard = []
  const keep = (what, text) => heard.push({ what, text })
  page.context().on('response', async response => {
    keep(`address ${response.status()}`, response.url())
    keep(`headers of ${response.url()}`, JSON.stringify(await response.allHeaders().catch(() => ({}))))
    if (/event-stream/.test(response.headers()['content-type'] ?? '')) return // it has no end; its events come one by one
    keep(`body of ${response.url()}`, await response.text().catch(() => ''))
  })
  page.on('framenavigated', async () => keep('title', await page.title().catch(() => '')))
  const devtools = await page.context().newCDPSession(page)
  devtools.on('Network.eventSourceMessageReceived', event => keep('event', `${event.eventName} ${event.eventId} ${event.data}`))
  await devtools.send('Network.enable')
  return {
    // never fails when one of these words reached this browser, or when it heard nothing: bodies, and the events of
    // a stream when it followed one.
    never(words, whats = ['body', 'event']) {
      for (const what of whats) assert.ok(heard.some(h => h.what.startsWith(what)), `no ${what} was heard at all`)
      for (const word of words) {
        const where = heard.find(h => h.text.includes(word))
        assert.ok(!where, `"${word}" reached who must not have it, in the ${where?.what}`)
      }
    },
  }
}

// unlogged fails when one of these words stands in what the program of this run said.
export async function unlogged(words) {
  const log = await readFile(process.env.BERAAD_LOG, 'utf8')
  for (const word of words) assert.ok(!log.includes(word), `"${word}" stands in the log of the program`)
}
