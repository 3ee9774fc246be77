// Checks of a page as it stands.
import assert from 'node:assert/strict'
import { AxeBuilder } from '@axe-core/playwright'

// axe fails when axe-core finds something serious or critical, and says where. rules are the only ones to
// look at; none is all.
export async function axe(page, name, rules = []) {
  const builder = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  if (rules.length) builder.withRules(rules)
  const { violations } = await withScript(page, () => builder.analyze())
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const told = grave.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(where).join('\n')}`)
  assert.equal(grave.length, 0, `${name}, ${page.url()}:\n${told.join('\n')}`)
}

// withScript lets axe-core run in the page of a person without JavaScript. The page stays as it is:
// its own scripts have had their turn and did not run.
async function withScript(page, look) {
  if (!page.switchScript) return look()
  await page.switchScript(true)
  return look().finally(() => page.switchScript(false))
}

function where({ target, failureSummary }) {
  return `  ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`
}

// noOverflow fails when the page must be moved sideways on a narrow screen (WCAG 1.4.10). Something
// wide may stand in a box that scrolls by itself.
export async function noOverflow(page, width = 320) {
  const before = page.viewportSize()
  await page.setViewportSize({ width, height: 800 })
  const [scroll, wide] = await page.evaluate(tooWide)
  await page.setViewportSize(before)
  assert.ok(scroll <= width, `${page.url()} is ${scroll} px wide on a screen of ${width} px: ${wide.join(', ')}`)
}

// tooWide runs in the page: its width, and the elements that stick out.
function tooWide() {
  const screen = document.documentElement.clientWidth
  const out = [...document.body.querySelectorAll('*')].filter(element => element.getBoundingClientRect().right > screen)
  const name = element => element.tagName.toLowerCase() + [...element.classList].map(c => `.${c}`).join('')
  return [document.scrollingElement.scrollWidth, out.slice(0, 5).map(name)]
}
