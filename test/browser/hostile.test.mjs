// What goes wrong at a table on screens: a network that is gone in the middle of a sentence, a program that is
// killed, too many tabs, a phone that slept, a proxy that holds back, and somebody outside who tries addresses.
import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { apart, behind, fill, look, press, says, signIn, story } from './lib/index.mjs'
import { who } from './job/acting.mjs'
import { clicked, hears, moved, sharing, shares, shown, sits, stays, withdraws } from './job/room.mjs'

const lost = [/ERR_|Failed to load resource/]

const what = page => page.locator('main form[action$="/share"] textarea[name="what"]')
const offline = page => page.locator('[data-offline]')

// seats opens a browser for each of these people.
async function seats(person, stems) {
  const pages = {}
  for (const stem of stems) pages[stem] = await person({ expected: lost })
  return pages
}

story('a network that is gone in the middle of a sentence loses nothing and sends nothing twice', async ({ person }) => {
  const pages = await seats(person, ['nele', 'karim', 'sofie', 'lotte', 'ruben'])
  const { sofie, lotte, ruben } = pages
  const { own } = await sits(pages)
  await shares(lotte, 'Hij slaapt slecht.')
  await hears(ruben, 'Hij slaapt slecht.')

  await what(ruben).pressSequentially('Hij komt weer naar ')
  await ruben.context().setOffline(true)
  await offline(ruben).waitFor({ state: 'visible' })
  await what(ruben).pressSequentially('de training.')
  await sharing(ruben).click()
  await ruben.locator('header a.brand').click() // another way off the page
  await ruben.locator('main summary', { hasText: 'Bezwaar' }).click()
  await ruben.locator('main [name="objection"]').first().check()
  await ruben.locator('main form[action$="/object"]:has([name="objection"]) button').click()
  await nothingKept(ruben)
  await withdraws(lotte)
  await shares(lotte, 'Hij slaapt beter.')
  await wait(500)
  assert.equal(await what(ruben).inputValue(), 'Hij komt weer naar de training.', 'what was typed is gone with the network')
  assert.equal(await shown(sofie, 'Hij komt weer naar de training.'), 0, 'it was sent without a network')

  await ruben.context().setOffline(false)
  await offline(ruben).waitFor({ state: 'hidden' })
  await hears(ruben, 'Hij slaapt beter.')
  await stays(ruben, ['Hij slaapt beter.'], ['Hij slaapt slecht.'])
  assert.equal(await what(ruben).inputValue(), 'Hij komt weer naar de training.', 'what was typed is gone after the break')
  await Promise.all([ruben.waitForEvent('load'), sharing(ruben).dblclick({ noWaitAfter: true })])
  await hears(sofie, 'Hij komt weer naar de training.')
  await stays(ruben, ['Hij komt weer naar de training.', 'Hij slaapt beter.'])

  await atTheLoss(ruben, own, 'Dit kwam aan, het antwoord niet.', true)
  await atTheLoss(ruben, own, 'Dit kwam niet aan.', false)
  await hears(sofie, 'Dit kwam niet aan.')
  for (const page of [sofie, ruben]) await stays(page, ['Hij komt weer naar de training.', 'Dit kwam aan, het antwoord niet.', 'Dit kwam niet aan.'], ['Hij slaapt slecht.'])
}, { town: apart })

// atTheLoss presses the button in the very moment in which the network goes: the form arrived or it did not, and
// no answer came. The page is tried again, as people do, twice.
async function atTheLoss(page, own, words, arrives) {
  await fill(page, { what: words })
  await page.route(`**${own}/share`, async route => {
    if (arrives) await route.fetch({ maxRedirects: 0 })
    await route.abort('internetdisconnected')
  }, { times: 1 })
  const failed = page.waitForEvent('requestfailed', request => request.url().endsWith('/share'))
  await sharing(page).click()
  await failed
  await page.waitForURL(/chrome-error/)
  for (let times = 0; times < 2; times++) await page.reload()
  await page.waitForURL(/mine$/)
}

// nothingKept: what was typed stands in the page and in no memory of the browser.
async function nothingKept(page) {
  const kept = await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length])
  assert.deepEqual(kept, [0, 0, 0, 0], 'the browser keeps something')
}

story('a program that is killed in the middle of an item has everybody back within five seconds', async ({ person, town }) => {
  const pages = await seats(person, ['nele', 'karim', 'sofie', 'lotte', 'ruben'])
  const { nele, karim, lotte, ruben } = pages
  for (const page of Object.values(pages)) await page.clock.install()
  const { item } = await sits(pages)
  await shares(lotte, 'Hij komt weer naar de les.')
  await hears(ruben, 'Hij komt weer naar de les.')
  await what(ruben).pressSequentially('Hij vraagt naar')

  await town.fall()
  for (const page of Object.values(pages)) await offline(page).waitFor({ state: 'visible' })
  await wait(20_000) // so long that a screen that waits ever longer would not be back in time
  await what(ruben).pressSequentially(' werk.')
  // Five seconds of the screens' own time, in which a busy machine counts for nothing.
  for (const page of Object.values(pages)) await page.clock.pauseAt(await page.evaluate(() => Date.now() + 500))
  await town.rise()
  for (const page of Object.values(pages)) await page.clock.runFor(5_000)
  await Promise.all(Object.values(pages).map(page => offline(page).waitFor({ state: 'hidden' })))
  for (const page of Object.values(pages)) await page.clock.resume()

  assert.equal(await what(ruben).inputValue(), 'Hij vraagt naar werk.', 'what was typed is gone with the program')
  await clicked(ruben, sharing(ruben))
  await hears(lotte, 'Hij vraagt naar werk.')
  for (const page of [lotte, ruben]) await stays(page, ['Hij komt weer naar de les.', 'Hij vraagt naar werk.'])
  await nele.goto(`${item}/close`)
  await nele.locator('main [name="postponed"]').check()
  await clicked(nele, nele.locator('main button', { hasText: 'Vraag het aan de voorzitter' }))
  await hears(karim, 'Sluit dit punt')
  await clicked(karim, karim.locator('main button', { hasText: 'Sluit dit punt' }))
  for (const page of [lotte, ruben]) await page.waitForFunction(() => !document.querySelector('main').innerText.includes('Hij vraagt naar werk.'))
}, { town: apart })

story('a proxy that buffers, and a stream that dies without a word, leave the meeting of the others alone', async ({ person, town }) => {
  const pages = await seats(person, ['nele', 'karim', 'sofie', 'lotte', 'ruben'])
  const { sofie, lotte, ruben } = pages
  await ruben.clock.install()
  await sits(pages)
  town.proxy.streams = 'hold'
  await ruben.reload()
  await ruben.clock.runFor(7_000)
  await ruben.locator('.refresh a').waitFor({ state: 'visible' })
  town.proxy.streams = 'pass'
  await shares(lotte, 'Hij wil praten.')
  await hears(sofie, 'Hij wil praten.', 5_000)
  assert.equal(await shown(ruben, 'Hij wil praten.'), 0, 'the proxy held nothing back')
  await ruben.clock.runFor(12_000)
  await hears(ruben, 'Hij wil praten.')
  await ruben.locator('.refresh a').waitFor({ state: 'hidden' })

  town.proxy.streams = 'mute'
  await shares(lotte, 'Hij lachte.')
  await wait(1_000)
  assert.equal(await shown(ruben, 'Hij lachte.'), 0, 'the stream was not dead')
  town.proxy.streams = 'pass'
  await ruben.clock.fastForward(50_000) // the machine slept
  await ruben.clock.runFor(2_000)
  await hears(ruben, 'Hij lachte.')
}, { town: behind(apart) })

story('six tabs and a phone that slept leave the meeting of the others alone', async ({ person }) => {
  const pages = await seats(person, ['nele', 'karim', 'sofie', 'lotte', 'ruben'])
  const { sofie, lotte, ruben } = pages
  const { meeting } = await sits(pages)

  const tabs = [ruben]
  for (let n = 1; n < 6; n++) {
    tabs.push(await ruben.context().newPage())
    await tabs[n].goto(`${meeting}/mine`)
  }
  const asleep = await lotte.context().newCDPSession(lotte)
  await asleep.send('Page.setWebLifecycleState', { state: 'frozen' })
  await shares(tabs[5], 'Hij wil praten.')
  await hears(sofie, 'Hij wil praten.', 5_000)
  await hears(tabs[4], 'Hij wil praten.', 5_000)
  await tabs[0].locator('.refresh a').waitFor({ state: 'visible' })
  await clicked(tabs[0], tabs[0].locator('.refresh a'))
  await stays(tabs[0], ['Hij wil praten.'])
  await asleep.send('Page.setWebLifecycleState', { state: 'active' })
  await hears(lotte, 'Hij wil praten.', 5_000)
  await shares(lotte, 'Ik ben er weer.')
  for (const page of [sofie, tabs[0]]) await hears(page, 'Ik ben er weer.', 5_000)
}, { town: apart })

story('who comes second with the same text reads both, and chooses', async ({ person }) => {
  const pages = await seats(person, ['nele', 'karim', 'sofie', 'lotte'])
  const { sofie, lotte } = pages
  await sits(pages)
  await shares(lotte, 'Hij zwemt elke dag.')
  const fact = await lotte.locator('main a[href*="/facts/"]').last().getAttribute('href')
  const tab = Object.assign(await lotte.context().newPage(), { theme: 'light' })
  for (const page of [lotte, tab]) await page.goto(fact)
  await fill(lotte, { what: 'Hij zwemt.' })
  await press(lotte, 'Bewaar')
  await fill(tab, { what: 'Hij zwemt nooit.' })
  await press(tab, 'Bewaar')
  await says(tab, 'Iemand was je voor', 'Wat jij schreef', 'Hij zwemt nooit.', 'Wat er nu staat', 'Hij zwemt.')
  await look(tab, 'both texts')
  await hears(sofie, 'Hij zwemt.')
  await stays(sofie, ['Hij zwemt.'], ['Hij zwemt nooit.'])
  await clicked(tab, tab.getByRole('link', { name: 'Open het formulier opnieuw' }))
  assert.equal(await tab.locator('main [name="what"]').inputValue(), 'Hij zwemt nooit.')
  await press(tab, 'Bewaar')
  await hears(sofie, 'Hij zwemt nooit.')
}, { town: apart })

story('somebody outside who opens, guesses or replays finds what is not there, byte for byte as much', async ({ person }) => {
  const pages = await seats(person, ['nele', 'karim', 'sofie', 'lotte', 'ruben', 'yassin'])
  const { nele, karim, lotte, yassin } = pages
  const { meeting, item } = await sits(pages)
  const [an, wall, other] = [await person({ expected: lost }), await person(), await person({ expected: lost })]
  await signIn(an, who.an)
  await nele.goto(`${meeting}/screen`)
  await press(nele, 'Maak een code')
  const code = (await nele.locator('main').innerText()).match(/[0-9]{3} [0-9]{3}/)[0]
  await typed(wall, code)
  await nele.goto(`${meeting}/screen`)
  await press(nele, 'Ja, laat het binnen')
  assert.deepEqual(await typed(other, code), await typed(other, '999 999'), 'a code that was used can be told from one that never was')
  assert.equal((await asks(other, '/screen/live')).status, 404)

  await shares(lotte, 'Hij komt weer naar de les.')
  const fact = await lotte.locator('main a[href*="/facts/"]').last().getAttribute('href')
  const saved = { lotte: await tokenOf(lotte) }
  await moved(nele, karim, item, 'binnen')
  await hears(yassin, 'Hij komt weer naar de les.')
  saved.yassin = await tokenOf(yassin)
  await moved(nele, karim, item, 'buiten')
  await hears(yassin, 'Je wordt geroepen')

  const ofMeeting = ['/live', '/mine', '/table', '/room', '/screen', '/prepare'].map(end => meeting + end)
  await nothing(an, await tokenOf(an), [...ofMeeting, ...roomOf(meeting, item, fact)])
  await nothing(yassin, saved.yassin, roomOf(meeting, item, fact))
  await hears(lotte, 'Hij komt weer naar de les.')

  await nele.goto(`${item}/close`)
  await fill(nele, { postponed: 'yes' })
  await press(nele, 'Vraag het aan de voorzitter')
  await hears(karim, 'Sluit dit punt')
  await press(karim, 'Sluit dit punt')
  await lotte.waitForFunction(() => !document.querySelector('main').innerText.includes('Hij komt weer naar de les.'))
  for (const stem of ['lotte', 'yassin']) await nothing(pages[stem], saved[stem], roomOf(meeting, item, fact))
}, { town: apart })

// roomOf are the addresses of an item, each with the form that a saved page could send there.
function roomOf(meeting, item, fact) {
  const own = `${meeting}${item}`
  return [item, `${item}/report`, `${item}/people`, `${own}/sheet`, fact,
    [`${own}/share`, { what: 'Nog een feit.', do: 'share' }], [fact, { do: 'withdraw' }], [`${own}/who`, {}], [`${own}/object`, { objection: 'sharing' }],
    [`${own}/lines`, { do: 'lines' }], [`${own}/sheet`, { do: 'begin' }]]
}

// nothing asks each address, and the same address with ids that never were: both answer 404 with as many bytes.
async function nothing(page, token, addresses) {
  for (const one of addresses) {
    const [address, form] = [one].flat()
    const never = address.replace(/[0-9a-hjkmnp-tv-z]{26}/g, 'a'.repeat(26))
    const [there, gone] = [await asks(page, address, form && { ...form, token }), await asks(page, never, form && { ...form, token })]
    assert.equal(there.status, 404, `${address} answers ${there.status}`)
    assert.deepEqual(there, gone, `${address} can be told from what never was`)
  }
}

// asks gives the status of an answer and how long it is.
const asks = (page, address, form) => page.evaluate(async ([to, fields]) => {
  const answer = await fetch(to, fields ? { method: 'POST', body: new URLSearchParams(fields) } : {})
  return { status: answer.status, size: (await answer.arrayBuffer()).byteLength }
}, [address, form])

// tokenOf is the guard of a form on the page, as a saved copy of it holds it.
const tokenOf = page => page.locator('form input[name="token"]').first().inputValue()

// typed types a code on a screen and gives the answer.
async function typed(page, code) {
  await page.goto('/screen')
  await fill(page, { code })
  const [answer] = await Promise.all([page.waitForResponse(one => one.request().method() === 'POST'), page.waitForEvent('load'), page.locator('main button').first().click()])
  return { status: answer.status(), size: answer.status() === 303 ? 0 : (await answer.body()).length }
}
