// The table on screens: everybody has an own screen, and a screen hangs in the room. Facts are shared into a
// room that exists only while the item is open; the screen in the room and who is outside get none of it.
import assert from 'node:assert/strict'
import { accepted, anew, announced, fill, fromSixMetres, later, listens, look, press, refused, says, send, signIn, speaks, story, tidied, today, unlogged } from './lib/index.mjs'
import { who } from './job/acting.mjs'

const fact = 'Hij komt sinds maandag weer elke dag naar de les.'
const softer = 'Er loopt een gesprek over thuis.'
const narrow = 'Hij komt weer naar de les.'
const secret = 'Kanarie wortelpeterselie'
const withdrawn = 'Hij bracht een vriend mee, kanarie zuring.'
const coach = 'Op training lacht hij.'

story('seven people and a screen in the room talk about one case on screens', async ({ person, town }) => {
  await anew(town.origin)
  const pages = {}
  for (const stem of ['nele', 'karim', 'sofie', 'lotte', 'ruben', 'yassin', 'an']) {
    pages[stem] = await person(stem === 'ruben' || stem === 'an' ? { width: 390 } : {})
    await signIn(pages[stem], who[stem])
  }
  const { nele, karim, sofie, lotte, ruben, yassin, an } = pages
  const [wall, guest] = [await person(), await person({ width: 390 })]
  const [hangs, outside, came, stepped] = [await listens(wall), await listens(an), await listens(guest), await listens(yassin)]
  await later(nele, 'Een week')
  for (const [stem, page] of Object.entries(pages)) await signIn(page, who[stem])

  const meeting = await gathered(nele, [karim, sofie, lotte, ruben, yassin])
  await hung(nele, wall, meeting)
  await known(ruben, karim, nele, meeting)
  await prepared(ruben, meeting)
  const item = await opened(nele, karim, meeting)
  for (const page of [karim, sofie, lotte, ruben]) await inside(page, meeting)
  await hears(yassin, 'Je wordt geroepen')
  await look(yassin, 'called')
  await named(ruben)

  await forward(nele, item)
  await shared(lotte, ruben, sofie, wall)
  await narrowed(lotte, ruben)
  await objected(ruben, karim, nele, wall)
  await steps(nele, karim, yassin, meeting, item)
  await tookBack(lotte, [karim, sofie, ruben], meeting)
  await visited(nele, karim, guest, item, meeting)
  await nothing(an, item, meeting)
  await weighed(nele, item)
  await took(nele, lotte, ruben, item, meeting)
  await fed(nele, sofie, yassin, [karim, lotte, ruben], item, meeting)
  await told(nele, [karim, sofie, lotte, ruben], item, wall)
  await closed(nele, karim, meeting, item)
  await afterwards(lotte, ruben)
  const said = [fact, narrow, softer, secret, withdrawn, coach, 'Milan', 'Bo Wouters']
  hangs.never([...said, 'Sportclub'])
  outside.never(said, ['body'])
  came.never([fact, secret, withdrawn, 'Milan'])
  stepped.never([fact, secret, withdrawn]) // all of it while outside
  await unlogged(said)
}, { town: tidied })

// gathered: each says on the own screen to be there and to have understood; the coordinator opens.
async function gathered(nele, others) {
  await nele.goto('/today')
  await Promise.all([nele.waitForEvent('load'), nele.locator('main').getByRole('link', { name: /Open de vergadering/ }).first().click()])
  const meeting = new URL(nele.url()).pathname
  for (const page of others) {
    await page.goto(`${meeting}/mine`)
    await look(page, 'arriving')
    await refused(page, 'Ik ben er')
    await fill(page, { understood: 'yes' })
    await press(page, 'Ik ben er')
    await accepted(page)
    await look(page, 'here')
  }
  await nele.goto(`${meeting}/mine`)
  await fill(nele, { understood: 'yes' })
  await press(nele, 'Ik ben er')
  await nele.goto(`${meeting}/table`)
  await nele.locator('main [name="chair"]').first().check()
  await fill(nele, { read: 'yes' })
  await send(nele, '/open')
  await accepted(nele)
  return meeting
}

async function hung(nele, wall, meeting) {
  await nele.goto(`${meeting}/screen`)
  await press(nele, 'Maak een code')
  const code = (await nele.locator('main').innerText()).match(/[0-9]{3} [0-9]{3}/)[0]
  await wall.goto('/screen')
  await fill(wall, { code })
  await press(wall, 'Verbind')
  await nele.goto(`${meeting}/screen`)
  await press(nele, 'Ja, laat het binnen')
}

// known: who knows somebody on the list in private life tells the chair alone, and may take it back.
async function known(ruben, karim, nele, meeting) {
  await ruben.goto(`${meeting}/mine`)
  await look(ruben, 'the list')
  await press(ruben, 'Ik ken deze persoon privé')
  await says(ruben, 'Alleen de voorzitter weet dat je deze persoon privé kent.')
  await karim.goto(`${meeting}/mine`)
  await says(karim, 'CAW Demerland kent deze persoon privé.')
  await look(karim, 'told to the chair')
  await nele.goto(`${meeting}/mine`)
  assert.ok(!(await nele.locator('main').innerText()).includes('kent deze persoon privé'), 'the coordinator reads it too')
  await press(ruben, 'Neem dit terug')
  await hearsNot(karim, 'kent deze persoon privé')
}

async function prepared(ruben, meeting) {
  await ruben.goto(`${meeting}/prepare`)
  await look(ruben, 'nothing prepared')
  await fill(ruben, { what: secret, softer, weighed: 'part' })
  await press(ruben, 'Bewaar')
  await accepted(ruben)
  await look(ruben, 'prepared')
}

// opened: the coordinator asks, and the chair opens in one press.
async function opened(nele, karim, meeting) {
  await nele.goto(`${meeting}/table`)
  await Promise.all([nele.waitForEvent('load'), nele.locator('main a[href$="/open"]').first().click()])
  for (const door of await nele.locator('main fieldset:has([name^="door."])').all()) {
    const out = /jeugd|vertegenwoordiger/i.test(await door.locator('legend').innerText())
    await door.getByLabel(out ? 'buiten' : 'binnen').check()
  }
  await fill(nele, { mode: 'screens' })
  await look(nele, 'open on screens')
  await press(nele, 'Vraag de voorzitter om op schermen te openen')
  await karim.goto(`${meeting}/mine`)
  await look(karim, 'asked of the chair')
  await press(karim, 'Open dit punt')
  await accepted(karim)
  await look(karim, 'the chair inside')
  await nele.goto(`${meeting}/table`)
  await Promise.all([nele.waitForEvent('load'), nele.locator('main a[href^="/items/"]').first().click()])
  await look(nele, 'desk on screens')
  return new URL(nele.url()).pathname
}

async function inside(page, meeting) {
  await page.goto(`${meeting}/mine`)
  assert.match(await page.locator('main h1').innerText(), /[A-Z][a-z]+-[3-9][0-9]/)
  await look(page, 'inside')
}

// named: pressed and held, the name shows; let go, it is gone.
async function named(ruben) {
  const button = ruben.getByRole('button', { name: /Wie is dit/ })
  await button.dispatchEvent('pointerdown')
  await ruben.waitForFunction(() => document.querySelector('[data-peek-place]')?.textContent.includes('Milan'))
  await look(ruben, 'the name for ten seconds')
  await button.dispatchEvent('pointerup')
  assert.equal(await ruben.locator('[data-peek-place]').innerText(), '')
}

const forward = async (nele, item) => {
  await nele.goto(item)
  await send(nele, '/phase', 'Volgende')
}

// clicked presses something and waits for the page after it.
const clicked = (page, button) => Promise.all([page.waitForEvent('load'), button.click()])

// hears waits until a page shows these words by itself.
const hears = (page, words) => page.waitForFunction(w => document.querySelector('main').innerText.includes(w), words, { timeout: 15_000 })

// hearsNot waits until a page does not show these words any longer.
const hearsNot = (page, words) => page.waitForFunction(w => !document.querySelector('main').innerText.includes(w), words, { timeout: 15_000 })

async function shared(lotte, ruben, sofie, wall) {
  await lotte.reload()
  await fill(lotte, { what: fact, side: 'protects' })
  await lotte.locator('main summary', { hasText: 'Meer zeggen' }).click()
  await fill(lotte, { domain: 'school_work', how: 'seen', when: 'deze week', uses: ['action', 'ltf'] })
  await look(lotte, 'sharing')
  await clicked(lotte, lotte.locator('main button[name="do"][value="share"]').first())
  await accepted(lotte)
  for (const page of [ruben, sofie]) await hears(page, fact)
  await announced(ruben, fact)
  await speaks(ruben)
  await hears(wall, 'van één plaats')
  await look(ruben, 'a fact was shared')
  await look(wall, 'perspectives on the wall')
  await fromSixMetres(wall)
  await clicked(ruben, ruben.locator('main button', { hasText: 'Deel dit nu' }))
  await hears(sofie, softer)
  await says(ruben, 'Je deelde dit.')
  await clicked(ruben, ruben.locator('main form[action$="/share"] button[value="tell"]'))
  await hears(sofie, 'Dit wordt verteld')
}

async function narrowed(lotte, ruben) {
  await lotte.reload()
  await lotte.locator('main summary', { hasText: 'Wie las dit' }).first().click()
  await Promise.all([lotte.waitForEvent('load'), lotte.getByRole('link', { name: 'Verander of trek in' }).first().click()])
  await look(lotte, 'change a fact')
  await fill(lotte, { what: narrow })
  await press(lotte, 'Bewaar')
  await accepted(lotte)
  await hears(ruben, narrow)
}

async function objected(ruben, karim, nele, wall) {
  await ruben.reload()
  await ruben.locator('main summary', { hasText: 'Bezwaar' }).click()
  await fill(ruben, { objection: 'feedback', reason: 'Dit schaadt het vertrouwen.' })
  await look(ruben, 'objecting')
  await press(ruben, 'Maak bezwaar')
  for (const page of [karim, wall]) await hears(page, 'Er is een bezwaar')
  await hears(karim, 'Dit schaadt het vertrouwen.')
  await look(karim, 'an objection at the chair')
  await nele.reload()
  assert.ok(!(await nele.locator('main').innerText()).includes('Dit schaadt'), 'the coordinator reads the reason')
  await ruben.reload()
  await press(ruben, 'Neem mijn bezwaar terug')
}

// steps: somebody comes in by the chair's press, and goes out again with nothing of it.
async function steps(nele, karim, yassin, meeting, item) {
  await moved(nele, karim, item, 'binnen')
  await hears(yassin, narrow)
  await announced(yassin, narrow)
  await moved(nele, karim, item, 'buiten')
  await hears(yassin, 'Je wordt geroepen')
  await announced(yassin, 'Je wordt geroepen')
  assert.ok(!(await yassin.content()).includes(narrow), 'who went out still has it on the page')
}

// tookBack: what was shared a moment ago is withdrawn, and stands on no screen any longer.
async function tookBack(lotte, others, meeting) {
  await lotte.goto(`${meeting}/mine`)
  await fill(lotte, { what: withdrawn, side: 'concerns' })
  await clicked(lotte, lotte.locator('main button[name="do"][value="share"]').first())
  for (const page of others) await hears(page, withdrawn)
  await lotte.locator('main summary', { hasText: 'Wie las dit' }).last().click()
  await Promise.all([lotte.waitForEvent('load'), lotte.getByRole('link', { name: 'Verander of trek in' }).last().click()])
  await press(lotte, 'Trek dit feit in')
  await accepted(lotte)
  for (const page of others) {
    await hears(page, 'Dit feit is ingetrokken')
    assert.ok(!(await page.content()).includes(withdrawn), 'what was withdrawn is still on a page')
  }
  await look(others.at(-1), 'a fact was withdrawn')
}

// visited: somebody comes late for this case alone, without an account. Who comes in reads what stands, not what
// was withdrawn; who goes out takes nothing along.
async function visited(nele, karim, guest, item, meeting) {
  const { link, words } = await passed(nele, item, meeting)
  await guest.goto(link)
  await look(guest, 'at the door')
  await fill(guest, { words })
  await press(guest, 'Ga binnen')
  await look(guest, 'a guest and the secrecy')
  await fill(guest, { secrecy: 'yes' })
  await press(guest, 'Ik ben er')
  await hears(guest, 'Je wordt geroepen')
  await moved(nele, karim, item, 'binnen', /sport/i)
  await hears(guest, narrow)
  await speaks(guest)
  await look(guest, 'a guest inside')
  await fill(guest, { what: coach, side: 'protects' })
  await clicked(guest, guest.locator('main button[name="do"][value="share"]').first())
  await hears(karim, coach)
  await moved(nele, karim, item, 'buiten', /sport/i)
  await hears(guest, 'Je wordt geroepen')
  assert.ok(!(await guest.content()).includes(coach), 'a guest who went out still has it on the page')
}

// nothing: for who was not asked to this case its addresses are not there, exactly as those of a case that never was.
async function nothing(an, item, meeting) {
  const never = item.replace(/.{8}$/, '00000000')
  for (const of of [item => item, item => `${item}/report`, item => `${meeting}${item}/sheet`, item => `${meeting}${item}/who`]) {
    const sizes = []
    for (const id of [item, never]) {
      const answer = await an.goto(of(id))
      assert.equal(answer.status(), 404, of(item))
      sizes.push((await answer.body()).length)
    }
    assert.equal(sizes[0], sizes[1], `the size tells that ${of(item)} is there`)
  }
}

// passed: the coordinator makes a pass for this case; the link and the two words are shown once.
async function passed(nele, item, meeting) {
  await nele.goto(`${meeting}/guests`)
  await look(nele, 'no guests')
  await nele.locator('main summary', { hasText: 'De dienst staat niet in het netwerk' }).click()
  await fill(nele, { item: item.split('/').pop(), name: 'Bo Wouters', service: 'Sportclub', category: 'sport', secrecy: 'discretion', confirmed: 'yes', invited: 'yes', briefed: 'yes' })
  await press(nele, 'Maak de pas')
  await accepted(nele)
  await look(nele, 'a pass is made')
  const [link, words] = await nele.locator('main .confirmation .code').allInnerTexts()
  return { link: new URL(link).pathname, words }
}

// moved: the coordinator asks to let somebody in or out, and the chair does it.
async function moved(nele, karim, item, where, who = /jeugd/i) {
  await nele.goto(`${item}/people`)
  await nele.locator('main fieldset:has([name^="door."])', { hasText: who }).getByLabel(where).check()
  await press(nele, 'Vraag het aan de voorzitter')
  await hears(karim, 'Even wisselen')
  await press(karim, 'Wissel')
}

async function weighed(nele, item) {
  await nele.goto(item)
  await fill(nele, { asked_protects: 'yes', asked_concerns: 'yes' })
  for (const box of await nele.locator('main [name="not_applicable"]').all()) if (await box.inputValue() !== 'school_work') await box.check()
  await send(nele, '/weigh')
  await accepted(nele)
  await forward(nele, item)
  await forward(nele, item)
}

async function took(nele, lotte, ruben, item, meeting) {
  await fill(nele, { text: 'Wie is er thuis na school?', domain: 'home' })
  await send(nele, '/question')
  await hears(lotte, 'Wie is er thuis na school?')
  await look(lotte, 'an open question')
  const due = lotte.locator('main [name^="due."]').first()
  await due.fill(await today(lotte, 7))
  await press(lotte, 'Ik zoek dit uit')
  await accepted(lotte)
  await forward(nele, item)
  for (const box of await nele.locator('main [name="stops"]').all()) await box.check()
  await send(nele, '/stops')
  if (!await nele.locator('main [name="outcome"]').count()) await forward(nele, item)
  await press(nele, 'Begin twintig seconden stilte')
  await hears(lotte, 'Denk even na')
  await thought(ruben, [nele, lotte], meeting)
  await press(nele, 'De stilte is voorbij')
  await fill(nele, { outcome: 'regular', agreement: 'consensus', enough: 'yes', proportionate: 'yes', repercussions: 'yes' })
  for (const name of await nele.locator('main [name^="child."][value="unknown"]').evaluateAll(all => all.map(one => one.name))) await nele.locator(`main [name="${name}"][value="unknown"]`).check()
  await send(nele, '/decide')
  await accepted(nele)
}

// thought: in the silence somebody notes for himself what he would choose, and changes his mind.
async function thought(ruben, others, meeting) {
  await ruben.goto(`${meeting}/mine`)
  await look(ruben, 'a first thought')
  await press(ruben, 'Meer info nodig')
  await says(ruben, 'Alleen jij ziet dit.')
  await look(ruben, 'a first thought noted')
  for (const page of others) assert.ok(!(await page.locator('main').innerText()).includes('Je eerste gedachte: '), 'others see it')
  await ruben.locator('main summary', { hasText: 'Denk je er nu anders over?' }).click()
  await press(ruben, 'Gewone hulp volstaat')
  await accepted(ruben)
}

// fed: the officer writes, everybody reads along; line by line, and one no takes a line away.
async function fed(nele, sofie, yassin, others, item, meeting) {
  const [karim, lotte, ruben] = others
  await forward(nele, item)
  await Promise.all([nele.waitForEvent('load'), nele.locator('main a.button-primary').first().click()])
  const sheet = new URL(nele.url()).pathname
  await sofie.goto(sheet)
  await look(sofie, 'no sheet')
  await press(sofie, 'Begin een fiche')
  for (const [n, text] of ['Hij volgt weer les.', 'Hij zoekt contact met de school.'].entries()) {
    await fill(sofie, { text, side: 'protects', origin: 'seen', secret: 'no', declared: 'yes' })
    if (n === 0) await sofie.locator('main [name="facts"]').first().check()
    await press(sofie, 'Voeg deze lijn toe')
    await accepted(sofie)
  }
  await fill(sofie, { positive: 'yes', negative: 'yes', evaluation: 'De hulp loopt.' })
  await press(sofie, 'Bewaar')
  await says(sofie, 'Jeugddienst') // who was inside belongs to the circle, also outside
  await moved(nele, karim, item, 'binnen')
  await sofie.goto(sheet)
  await press(sofie, 'Leg de fiche voor')
  await look(sofie, 'the sheet at the officer')
  for (const page of others) await hears(page, 'Hij volgt weer les.')
  await look(ruben, 'the whole sheet')
  await press(lotte, 'Liever lijn per lijn')
  await hears(ruben, 'Lijn voor de LTF')
  await look(ruben, 'line by line')
  const second = ruben.locator('main form[action$="/answer"]').nth(1)
  await Promise.all([ruben.waitForEvent('load'), second.locator('button[value="no"]').click()])
  await hears(karim, 'Geen eensgezindheid')
  for (const page of [karim, sofie, lotte, ruben, yassin, nele]) await agrees(page, meeting)
  await nele.goto(sheet)
  await press(nele, 'Noteer wie akkoord is')
  await nele.goto(item)
  await says(nele, 'Terugkoppeling')
  await moved(nele, karim, item, 'buiten')
  await nele.goto(sheet.replace('/sheet', '').replace(/.*items/, '/items') + '/feedback')
  await says(nele, 'iedereen akkoord')
}

async function agrees(page, meeting) {
  await page.goto(`${meeting}/mine`)
  for (let n = 0; n < 4 && await page.locator('main form[action$="/answer"] button[value="yes"]').count(); n++) {
    await Promise.all([page.waitForEvent('load'), page.locator('main form[action$="/answer"] button[value="yes"]').first().click()])
  }
}

async function told(nele, others, item, wall) {
  await forward(nele, item)
  await nele.goto(`${item}/report`)
  for (let turn = 0; turn < 2 && /report$/.test(nele.url()); turn++) {
    await fill(nele, { read: 'yes' })
    for (const mark of await nele.locator('main [name="left"]').all()) await mark.check()
    await press(nele, 'Leg voor aan iedereen')
  }
  await accepted(nele)
  await look(nele, 'report put to everybody')
  await look(wall, 'report on the wall')
  await says(wall, 'Naar de LTF')
  await fromSixMetres(wall)
  const meeting = new URL(others[0].url()).pathname.replace('/mine', '')
  for (const page of [...others, nele]) await agrees(page, meeting)
  await nele.goto(item)
  await press(nele, 'Leg vast, iedereen ging akkoord')
  await accepted(nele)
}

async function closed(nele, karim, meeting, item) {
  await nele.goto(`${item}/close`)
  await fill(nele, { substantive: 'yes' })
  await press(nele, 'Vraag het aan de voorzitter')
  await karim.goto(`${meeting}/mine`)
  await press(karim, 'Sluit dit punt')
  await accepted(karim)
  await nele.goto(`${meeting}/table`)
  await send(nele, '/close')
}

async function afterwards(lotte, ruben) {
  await hears(ruben, 'De zaal is leeg')
  await look(ruben, 'the room is empty')
  await lotte.goto('/dossiers')
  await clicked(lotte, lotte.locator('main a[href^="/offers/"]').first())
  await look(lotte, 'what may be registered')
  await says(lotte, narrow)
}
