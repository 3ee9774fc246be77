// Walking through the product as one person and looking at each page in each state once: axe, contrast
// in the dark, and a narrow screen.
import { axe, noOverflow } from './checks.mjs'
import { shot } from './shot.mjs'

// Looked keeps which states were looked at, and what was found.
export class Looked {
  seen = new Set()
  found = []

  // state looks at the page that is open, once for each address pattern and state.
  async state(page, status = 200) {
    const name = `${pattern(page.url())} ${await stateOf(page, status)}`
    if (this.seen.has(name)) return
    this.seen.add(name)
    await this.note(axe(page, name))
    await this.note(noOverflow(page))
    await page.emulateMedia({ colorScheme: 'dark' })
    await this.note(axe(page, `${name}, dark`, ['color-contrast']))
    await page.emulateMedia({ colorScheme: 'light' })
    if (process.env.BERAAD_LOOK) await pictures(page, name)
  }

  async note(look) {
    await look.catch(error => this.found.push(error.message))
  }
}

// pattern is an address without ids, query and place.
export const pattern = url => new URL(url, 'http://x').pathname.replace(/[0-9a-hjkmnp-tv-z]{26}/g, '{}').replace(/\/protocol\/[0-9]+/, '/protocol/{}').replace(/\/(chapters|criteria)\/[a-z_]+/, '/$1/{}')

// stateOf names the state of a page: its status, with nothing to show, with messages.
async function stateOf(page, status) {
  const empty = await page.locator('main .empty').count() ? ' empty' : ''
  const faulty = await page.locator('main [data-errors]').count() ? ' messages' : ''
  return `${status}${empty}${faulty}`
}

async function pictures(page, name) {
  const before = page.viewportSize()
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme })
    page.theme = colorScheme
    for (const width of [1280, 768, 390]) {
      await page.setViewportSize({ width, height: 900 })
      await shot(page, `state ${name}`)
    }
  }
  page.theme = 'light'
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(before)
}

// walk opens every page to which links lead from here, one for each pattern, and gives those with a form.
export async function walk(page, looked, first = '/today') {
  const [waiting, mine, forms] = [[first], new Set(), []]
  while (waiting.length) {
    const address = waiting.shift()
    if (mine.has(pattern(address))) continue
    mine.add(pattern(address))
    const answer = await page.goto(address)
    if (!(answer.headers()['content-type'] ?? '').startsWith('text/html')) continue
    await looked.state(page, answer.status())
    if (await page.locator('main form').count()) forms.push(address)
    const links = await page.locator('a[href^="/"]').evaluateAll(all => all.map(one => one.getAttribute('href')))
    waiting.push(...links.filter(href => !/^\/(leave|assets|practice|keys\/totp\/code|transfer\/file|proofs\/[^/]+\/note)/.test(href)).map(href => href.replace(/#.*/, '')))
  }
  return forms
}

// fields are what somebody can fill in.
const fields = ':is(input:not([type=hidden]), select, textarea)'
const long = 'Een heel lange zin die niet in een veld past. '.repeat(120)

// sendEach sends every form of a page, first with nothing in it and then with what no field takes. A form
// without a field is a deed of its own and stays as it is.
export async function sendEach(page, looked, address) {
  await page.goto(address)
  const actions = await page.locator(`main form:has(${fields})`).evaluateAll(all => all.map(one => one.getAttribute('action')))
  for (const action of actions) {
    for (const how of [emptied, spoiled]) {
      const key = `${how.name} ${pattern(action)}`
      if (looked.seen.has(key)) continue
      looked.seen.add(key)
      await page.goto(address)
      const form = page.locator(`main form[action="${action}"]:has(${fields})`).first()
      if (await form.count()) await sendOne(page, looked, form, how)
    }
  }
}

async function sendOne(page, looked, form, how) {
  await form.evaluate(unfolded)
  await form.evaluate(how, long)
  const answer = page.waitForResponse(response => response.request().isNavigationRequest() && response.status() !== 303)
  await Promise.all([page.waitForEvent('load'), form.locator('button').first().click()])
  const status = (await answer).status()
  await looked.state(page, status)
  if (status === 422 && how === spoiled) await kept(page, looked)
}

// unfolded runs in the page: a form that is folded away is opened.
function unfolded(form) {
  for (let fold = form.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true
}

// kept notes a form that came back without what was typed.
async function kept(page, looked) {
  const gone = await page.locator('main form:has(.fault) textarea').evaluateAll(all => all.filter(one => one.value.length < 100).map(one => one.name))
  if (gone.length) looked.found.push(`${pattern(page.url())} loses what was typed in ${gone.join(', ')}`)
}

// emptied runs in the page: a form in which nothing is filled in.
function emptied(form) {
  for (const field of form.elements) {
    if (field.type === 'hidden' || field.type === 'submit' || field.type === 'radio') continue
    if (field.type === 'checkbox') field.checked = false
    else if (field.tagName === 'SELECT') field.selectedIndex = 0
    else field.value = ''
  }
}

// spoiled runs in the page: a form with what no field takes.
function spoiled(form, long) {
  const wrong = { date: '1999-01-01', number: '9999', time: '03:00', email: 'geen@adres@mail' }
  for (const field of form.elements) {
    if (['hidden', 'submit', 'radio', 'checkbox', 'select-one', 'password', 'file'].includes(field.type)) continue
    field.value = wrong[field.type] ?? long
  }
}
