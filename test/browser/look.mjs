// Walks through the practice hall as every role and takes a picture of each screen, at three widths and
// in both themes: node look.mjs [--only part-of-an-address] [--widths 1280] [--themes light].
// BERAAD_BIN is the program; BERAAD_ORIGIN a hall that is open already. The pictures stand in out/look.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { start } from './lib/beraad.mjs'
import { out } from './lib/shot.mjs'

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    widths: { type: 'string', default: '1280,768,390' },
    themes: { type: 'string', default: 'light,dark' },
  },
})
const widths = values.widths.split(',').map(Number)
const themes = values.themes.split(',')
const folder = join(out, 'look')
const seen = new Set() // screens, by address without ids

// screen names an address: two cases have one screen, and so have two meetings.
const screen = path => path.replace(/[0-9a-hjkmnp-tv-z]{26}/g, 'id').replace(/\?.*/, '')

// own tells whether each person has a screen of his or her own at this address.
const own = path => path === '/today' || path === '/meetings/id'

async function main(origin) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell', args: ['--no-sandbox', '--disable-gpu'] })
  await mkdir(folder, { recursive: true })
  try {
    await walk(await visitor(browser, origin), 'hall', '/')
    for (const role of await roles(browser, origin)) {
      const page = await visitor(browser, origin)
      await page.goto('/')
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: role, exact: true }).click()])
      await walk(page, role.split(',')[0], '/today')
      await page.context().close()
    }
  } finally {
    await browser.close()
  }
}

async function visitor(browser, origin) {
  const context = await browser.newContext({ baseURL: origin, locale: 'nl-BE', timezoneId: 'Europe/Brussels' })
  return context.newPage()
}

async function roles(browser, origin) {
  const page = await visitor(browser, origin)
  await page.goto('/')
  return page.locator('.hall-role').allInnerTexts()
}

// walk takes a picture of an address and of everything it leads to, as far as it was not seen.
async function walk(page, who, first) {
  const waiting = [first]
  while (waiting.length) {
    const path = waiting.shift()
    const name = own(screen(path)) ? `${screen(path)} ${who}` : screen(path)
    if (seen.has(name)) continue
    seen.add(name)
    const answer = await page.goto(path)
    if (!answer || answer.status() >= 500) console.error(`${path}: ${answer?.status()} as ${who}`)
    if (!(answer?.headers()['content-type'] ?? '').startsWith('text/html')) continue
    if (name.includes(values.only)) await pictures(page, name)
    const links = await page.locator('a[href^="/"]').evaluateAll(all => all.map(a => a.getAttribute('href')))
    waiting.push(...links.filter(href => !/^\/(leave|assets|transfer\/file)/.test(href)).map(href => href.replace(/#.*/, '')))
  }
}

async function pictures(page, name) {
  const file = name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'start'
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme })
    for (const width of widths) {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 })
      await page.screenshot({ path: join(folder, `${file}-${width}-${theme}.png`), fullPage: true })
    }
  }
}

if (process.env.BERAAD_ORIGIN) {
  await main(process.env.BERAAD_ORIGIN)
} else {
  const data = await mkdtemp(join(tmpdir(), 'beraad-look-'))
  const beraad = await start({ bin: resolve(process.env.BERAAD_BIN ?? './beraad'), folder: data, log: join(data, 'log') })
  await main(beraad.origin).finally(beraad.stop)
  await rm(data, { recursive: true, force: true })
}
console.log(`${seen.size} screens, in ${folder}`)
