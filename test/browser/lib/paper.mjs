// A page as it comes out of the printer.
import assert from 'node:assert/strict'

const mm = 96 / 25.4 // CSS pixels
const inside = { width: (210 - 2 * 16) * mm, height: (297 - 16 - 20) * mm } // A4 within its margins

// whole fails when something of the page does not fit on A4: wider than the sheet, or one piece that is
// to stay together and is higher than a sheet. It returns the PDF.
export async function whole(page) {
  const before = page.viewportSize()
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: Math.floor(inside.width), height: Math.floor(inside.height) })
  const cut = await page.evaluate(doesNotFit, inside)
  const pdf = await page.pdf({ preferCSSPageSize: true })
  await page.emulateMedia({ media: 'screen' })
  await page.setViewportSize(before)
  assert.deepEqual(cut, [], `${page.url()} is cut off on paper`)
  return pdf
}

// doesNotFit runs in the page.
function doesNotFit({ width, height }) {
  const name = element => `${element.tagName.toLowerCase()}.${[...element.classList].join('.')}: ${element.innerText.slice(0, 40)}`
  const cut = element => {
    const box = element.getBoundingClientRect()
    if (box.right > Math.ceil(width) || element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline') return true
    return getComputedStyle(element).breakInside === 'avoid' && box.height > height
  }
  return [...document.querySelectorAll('main *')].filter(element => !element.closest('[aria-hidden]') && cut(element)).map(name)
}
