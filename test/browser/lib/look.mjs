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
  const before = page.viewportSize()
  for (const width of [desk, 768, phone]) {
    await page.setViewportSize({ width, height: 900 })
    await shot(page, `story ${name}`)
  }
  await page.setViewportSize(before)
}
