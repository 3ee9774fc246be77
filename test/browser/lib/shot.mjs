// Screenshots, in test/browser/out.
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

export const out = fileURLToPath(new URL('../out/', import.meta.url))

// shot takes the whole page; the file's name says what, how wide and in which theme.
export async function shot(page, name) {
  await mkdir(out, { recursive: true })
  const file = `${name} ${page.viewportSize().width} ${page.theme}`.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  await page.screenshot({ path: `${out}${file}.png`, fullPage: true })
}
