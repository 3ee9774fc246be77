// A look at a page as it stands: axe, the narrow screen, and a picture when BERAAD_LOOK asks for one.
import { desk, phone } from './browser.mjs'
import { axe, noOverflow } from './checks.mjs'
import { shot } from './shot.mjs'

// A page looks the same whatever stands behind it, so the stories look on SQLite only.
export async function look(page, name) {
  if (process.env.BERAAD_ENGINE === 'postgres') return
  await axe(page, name)
  await noOverflow(page)
  if (!process.env.BERAAD_LOOK) return
  const { theme } = page
  const before = page.viewportSize()
  for (page.theme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme: page.theme })
    for (const width of [desk, phone]) {
      await page.setViewportSize({ width, height: 900 })
      await shot(page, `story ${name}`)
    }
  }
  page.theme = theme
  await page.emulateMedia({ colorScheme: theme })
  await page.setViewportSize(before)
}
