// Checks of a page as it stands.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const axeCore = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// axe fails when axe-core finds something serious or critical, and says where. rules are the only ones to
// look at; none is all.
export async function axe(page, name, rules = []) {
  const grave = await withScript(page, async () => {
    if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(axeCore)
    return page.evaluate(violations, rules)
  })
  const told = grave.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(where).join('\n')}`)
  assert.equal(grave.length, 0, `${name}, ${page.url()}:\n${told.join('\n')}`)
}

// violations runs in the page.
async function violations(rules) {
  const { violations } = await window.axe.run(document, { resultTypes: ['violations'], ...rules.length && { runOnly: rules } })
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return grave.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ target, failureSummary }) => ({ target, failureSummary })) }))
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

// fromSixMetres fails when the screen in the room cannot be read from the back: at 1080 lines a text below 28 px, a
// heading below 44, or something for which one must scroll, on a wide screen or a square one.
export async function fromSixMetres(page) {
  const before = page.viewportSize()
  for (const [width, height] of [[1920, 1080], [1280, 720], [1024, 768]]) {
    await page.setViewportSize({ width, height })
    const [high, small] = await page.evaluate(tooSmall, height)
    assert.ok(high <= height, `the screen in the room is ${high} px high on ${width} x ${height}`)
    assert.deepEqual(small, [], `too small on ${width} x ${height}`)
  }
  await page.setViewportSize(before)
}

// tooSmall runs in the page: its height, and the words that are too small, as on a screen of 1080 lines.
function tooSmall(height) {
  const words = [...document.body.querySelectorAll('*')].filter(one => [...one.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim()))
  const least = one => one.matches('h1, h2') ? 44 : 28
  const size = one => parseFloat(getComputedStyle(one).fontSize) * 1080 / height
  return [document.scrollingElement.scrollHeight, words.filter(one => size(one) < least(one)).map(one => `${one.textContent.trim()}: ${size(one)}`)]
}
