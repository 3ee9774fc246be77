// The guided path of five minutes: a worry without a name, a card, a free refusal, one case on two screens, a
// refusal with its reason, an objection without a face, a report, a year, what is left, and an own table.
import assert from 'node:assert/strict'
import { accepted, anew, look, press, refused, says, story, tidied } from './lib/index.mjs'

const fact = 'Hij komt sinds maandag weer elke dag naar de les.'

// next follows the path to the stop with this title.
async function next(page, title) {
  await Promise.all([page.waitForEvent('load'), page.getByRole('link', { name: 'Volgende stap' }).click()])
  assert.equal(await page.locator('main h1').innerText(), title)
}

// back is the way to the path from any page, which leads to where one was.
async function back(page, at) {
  await page.getByRole('link', { name: 'Wandeling' }).click()
  await page.getByRole('link', { name: `Ga verder: stap ${at} van 10` }).click()
}

// played lets the town play one act, and asks that it takes no longer than people wait.
async function played(page, words, most = 1000) {
  const begun = Date.now()
  await press(page, words)
  const took = Date.now() - begun
  if (process.env.BERAAD_ENGINE !== 'postgres') assert.ok(took < most, `${words} took ${took} ms`)
}

const wall = page => page.locator('.wall').innerText()
const phone = page => page.locator('.phone').innerText()

for (const script of [true, false]) {
  story(`a newcomer walks one case in five minutes, ${script ? 'with' : 'without'} JavaScript`, async ({ person, town }) => {
    await anew(town.origin)
    const page = await person({ javaScript: script })
    await page.goto('/')
    await says(page, 'Een LIVC R is een overleg', 'Een gedeeld dossier bestaat niet.', 'De burgemeester zit voor en beslist')
    await page.getByRole('link', { name: 'Loop mee met één casus' }).click()
    await look(page, 'walk')
    await page.getByRole('link', { name: 'Begin bij het begin' }).click()

    await worry(page, script)
    await next(page, 'De burgemeester beslist')
    await mayor(page)
    await next(page, 'Nee zeggen mag')
    await refusal(page)
    await next(page, 'Twee schermen, één casus')
    await twoScreens(page, script)
    await next(page, 'Een feit blijft aan tafel')
    await oneFact(page)
    await next(page, 'Bezwaar zonder gezicht')
    await objection(page)
    await next(page, 'Een verslag zonder namen')
    await report(page)
    await next(page, 'Een jaar later')
    await year(page)
    await next(page, 'Vijf huizen en een lege tafel')
    await look(page, 'walk houses')
    await says(page, 'Nergens: niet iedereen was akkoord')
    await next(page, 'En nu jullie')
    await ownTable(page)
  }, { town: tidied })
}

async function worry(page, script) {
  await look(page, 'walk worry')
  if (script) await refused(page, 'Vraag om mee te denken')
  else await press(page, 'Vraag om mee te denken')
  assert.equal(await page.locator('mark').evaluate(mark => mark.firstChild.textContent), 'de enige keeper')
  await look(page, 'walk worry marked')
  await press(page, 'Maak het algemeen en vraag om mee te denken')
  await says(page, 'De vraag is vertrokken')
  await look(page, 'walk worry sent')
}

async function mayor(page) {
  await look(page, 'walk card')
  await press(page, 'Ga als Karim, burgemeester')
  const sizes = await page.locator('main .answers button').evaluateAll(all => all.slice(0, 2).map(one => one.offsetWidth * one.offsetHeight))
  assert.equal(sizes.length, 2)
  assert.equal(sizes[0], sizes[1], 'one button is larger than the other')
  await back(page, 2)
}

async function refusal(page) {
  await press(page, 'Ga als Yassin, jeugddienst')
  const read = page.locator('main form[action$="/secrecy"]')
  if (await read.count()) await Promise.all([page.waitForEvent('load'), read.getByRole('button').first().click()])
  await look(page, 'walk invitation')
  const no = page.locator('main').getByRole('button', { name: 'Ik kom niet' }).or(page.locator('main').getByRole('link', { name: 'Ik kom niet' })).first()
  await Promise.all([page.waitForEvent('load'), no.click()])
  await says(page, 'Er volgt geen sanctie op')
  await press(page, 'Verstuur antwoord')
  await accepted(page)
  await look(page, 'walk no')
  await back(page, 3)
}

async function twoScreens(page, script) {
  await look(page, 'walk table')
  await played(page, 'Laat iedereen binnenkomen')
  await look(page, 'walk two screens')
  const code = await page.locator('.room-code').innerText()
  assert.match(code, /[A-Za-z]+-[0-9]+/)
  assert.ok((await phone(page)).includes(code))
  for (const name of ['Milan', 'Verbeke']) assert.ok(!(await page.content()).includes(name), `${name} stands on the page`)
  const button = page.getByRole('button', { name: /Wie is dit/ })
  if (!script) {
    await Promise.all([page.waitForEvent('load'), button.click()])
    await says(page, 'Milan')
    await look(page, 'walk name')
    await page.goBack()
    return
  }
  await button.dispatchEvent('pointerdown')
  await page.waitForFunction(() => document.querySelector('[data-peek-place]').textContent.includes('Milan'))
  await button.dispatchEvent('pointerup')
  assert.equal(await page.locator('[data-peek-place]').innerText(), '')
}

async function oneFact(page) {
  await played(page, 'Laat Lotte iets delen')
  assert.ok((await phone(page)).includes(fact))
  assert.ok(!(await wall(page)).includes(fact), 'the wall shows the fact')
  assert.ok((await wall(page)).includes('van één plaats'))
  await look(page, 'walk fact')
  await played(page, 'Probeer het naar de LTF te brengen')
  await says(page, 'Geweigerd, met de reden', 'Hij gaat weer elke dag naar school.')
  assert.ok(await page.locator('.notice cite').count(), 'the refusal names no source')
  await look(page, 'walk refused')
}

async function objection(page) {
  await played(page, 'Laat Ruben bezwaar maken')
  assert.ok((await wall(page)).includes('Er is een bezwaar'))
  assert.ok(!(await wall(page)).includes('schaadt'), 'the wall shows the reason')
  await look(page, 'walk objection')
}

async function report(page) {
  await played(page, 'Leg een verslag met namen voor')
  assert.equal(await page.locator('mark').count(), 4)
  await look(page, 'walk report marked')
  await played(page, 'Leg algemene woorden voor')
  assert.match(await page.locator('.four-words strong').innerText(), /^[a-zà-ÿ]+(-[a-zà-ÿ]+){3}$/)
  await says(page, '5 mensen binnen, allemaal akkoord')
  await look(page, 'walk report agreed')
}

async function year(page) {
  await played(page, 'Zet de klok een jaar vooruit', 3000)
  assert.equal(await page.locator('.dissolve .gone').count(), 6)
  await says(page, 'Wat overblijft', 'Bewijs ')
  await look(page, 'walk year')
}

async function ownTable(page) {
  await look(page, 'walk own')
  await says(page, 'Installeer', './beraad init')
  await page.getByRole('link', { name: 'Druk het rollenspel af' }).click()
  await look(page, 'role play')
  await says(page, 'een tafel van 45 minuten')
  await page.goBack()
  await press(page, 'Lees het protocol dat hierbij hoort')
  assert.equal(new URL(page.url()).pathname, '/protocol')
  await page.getByRole('link', { name: 'Wandeling' }).click()
  await page.getByRole('link', { name: 'Ga verder: stap 10 van 10' }).click()
}
