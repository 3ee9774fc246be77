// One Chromium per test file. A person has a profile (a context) of his or her own, as in real life.
import { after } from 'node:test'
import { chromium } from 'playwright-core'
import { watch } from './watch.mjs'

// Nothing but this machine can be reached, whatever a page or the browser itself asks for.
const args = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync',
  '--disable-background-networking', '--disable-component-update',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
]

let launched

function browser() {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell'
  launched ??= chromium.launch({ executablePath, args, headless: true })
  return launched
}

after(async () => (await launched)?.close())

// Widths of the two screens every story may ask for, in CSS pixels.
export const desk = 1280
export const phone = 390

// person opens a page for a new person. The page carries `found`, which lists what the watchers saw.
// expected holds patterns of findings that belong to the story.
export async function person(origin, { width = desk, theme = 'light', javaScript = true, language = 'nl-BE', expected = [] } = {}) {
  const context = await (await browser()).newContext({
    baseURL: origin,
    viewport: { width, height: width === phone ? 844 : 900 },
    colorScheme: theme,
    locale: language,
    timezoneId: 'Europe/Brussels',
  })
  context.setDefaultTimeout(30_000)
  const found = await watch(context, origin, expected)
  const page = await context.newPage()
  if (!javaScript) await withoutScript(page)
  return Object.assign(page, { found, theme })
}

// withoutScript turns JavaScript off in the page and leaves a switch on it, because axe-core is a
// script itself. (Playwright's own option has no way back.)
async function withoutScript(page) {
  const devtools = await page.context().newCDPSession(page)
  page.switchScript = on => devtools.send('Emulation.setScriptExecutionDisabled', { value: !on })
  await page.switchScript(false)
}
