// At the table, where only the coordinator's screen is on; it is one page from check-in to report.
import { accepted, fill, look, send, today } from '../lib/index.mjs'
import { unlocked } from './enrolling.mjs'

// begun: everybody checked in, the text read aloud, the meeting opened on the spoken word of the chair.
export async function begun(screen, meeting) {
  await screen.goto(`${meeting}/table`)
  await look(screen, 'check in')
  for (const box of await screen.locator('main [name="present"], main [name="acknowledged"]').all()) await box.check()
  await send(screen, '/check-in')
  await accepted(screen)
  await look(screen, 'before opening')
  await screen.locator('main [name="chair"]').first().check()
  await fill(screen, { read: 'yes' })
  await opening(screen)
  if (await unlocked(screen)) await opening(screen)
  await accepted(screen)
  await look(screen, 'table')
}

// opening presses the button; who unlocked long ago proves once more who it is, and presses again.
async function opening(screen) {
  await screen.locator('main form[action$="/open"] button.button-primary').click()
  await screen.waitForLoadState()
}

// ended: the meeting is closed.
export async function ended(screen, meeting) {
  await screen.goto(`${meeting}/table`)
  await send(screen, '/close')
  await look(screen, 'meeting closed')
}

// opened: the case opened with who belongs inside.
export async function opened(screen, code) {
  await Promise.all([screen.waitForEvent('load'), screen.locator('main li, main .row', { hasText: code }).first().getByRole('link').first().click()])
  await look(screen, 'open item')
  for (const door of await screen.locator('main fieldset:has([name^="door."])').all()) {
    const out = /Jeugddienst|vertegenwoordiger/.test(await door.locator('legend').innerText())
    await door.getByLabel(out ? 'buiten' : 'binnen').check()
  }
  await screen.locator('main button.button-primary').click()
  await accepted(screen)
  await screen.waitForURL(/items/)
  await look(screen, 'desk')
  return new URL(screen.url()).pathname
}

// next goes to the next phase of the talk.
const next = screen => send(screen, '/phase', 'Volgende')

// weighed: both sides asked, every domain looked at, the three questions that cannot be skipped, and
// then, not before, the direction.
export async function weighed(screen, item, domains, decision) {
  await screen.goto(item)
  await next(screen)
  await look(screen, 'what goes well')
  await fill(screen, { asked_protects: 'yes', asked_concerns: 'yes', ...domains })
  const said = Object.keys(domains).map(name => name.split('.')[1])
  for (const box of await screen.locator('main [name="not_applicable"]').all()) {
    if (!said.includes(await box.inputValue())) await box.check()
  }
  await send(screen, '/weigh')
  await accepted(screen)
  await next(screen)
  await next(screen)
  await look(screen, 'what we do not know')
  await next(screen)
  await look(screen, 'another explanation')
  for (const box of await screen.locator('main [name="stops"]').all()) await box.check()
  await send(screen, '/stops')
  await accepted(screen)
  await screen.goto(item)
  if (!await screen.locator('main [name="outcome"]').count()) await next(screen)
  await look(screen, 'the decision')
  await fill(screen, { agreement: 'consensus', enough: 'yes', proportionate: 'yes', ...decision })
  await send(screen, '/decide')
  await accepted(screen)
}

// holder chooses somebody who is inside, by role.
async function holder(screen, name, role) {
  await screen.locator(`main [name="${name}"]`).selectOption({ label: role })
}

// followed: a goal, who keeps an eye on it, and one agreement that its holder says yes to.
export async function followed(screen, item) {
  await screen.goto(`${item}/path`)
  await look(screen, 'path')
  await fill(screen, { goal: 'Hij volgt weer elke dag les.', goal_domain: 'school_work', reach: 'gathers', review: await today(screen, 30) })
  for (const box of (await screen.locator('main [name="criteria"]').all()).slice(0, 2)) await box.check()
  await holder(screen, 'manager', 'CLB Demer')
  await holder(screen, 'director', 'coördinator')
  await holder(screen, 'contact', 'CLB Demer')
  await screen.locator('main button.button-primary').click()
  await accepted(screen)
  await screen.goto(`${item}/action`)
  await look(screen, 'agreement')
  await fill(screen, { what: 'Elke week een gesprek op school.', why: 'Een vaste persoon geeft rust.', kind: 'school_work', due: await today(screen, 21),
    enough: 'Ja.', proportionate: 'Ja, het is hulp.', repercussions: 'Weinig.', source: 'no', own_yes: 'yes' })
  await holder(screen, 'holder', 'CLB Demer')
  await screen.locator('main button.button-primary').click()
  await accepted(screen)
}

// stopped: the case is closed by the criteria that were chosen at the first meeting.
export async function stopped(screen, item) {
  await screen.goto(`${item}/closing`)
  await look(screen, 'closing')
  for (const set of await screen.locator('main fieldset:has([name^="goal-"]), main fieldset:has([name^="criterion-"])').all()) {
    await set.locator('input').first().check()
  }
  await fill(screen, { contact: 'Het CLB blijft bereikbaar.', referrer_asked: 'yes', verdict: 'close', reason: 'goals' })
  await screen.locator('main button.button-primary').click()
  await screen.waitForLoadState()
  await accepted(screen)
}

// reported: nothing to the LTF, the report read aloud and agreed, the item closed.
export async function reported(screen, item) {
  await screen.goto(`${item}/feedback`)
  await look(screen, 'feedback')
  await send(screen, '/feedback')
  await screen.goto(`${item}/report`)
  await look(screen, 'report')
  for (let turn = 0; turn < 2 && /report$/.test(screen.url()); turn++) {
    await fill(screen, { read: 'yes', agreed: 'yes' })
    for (const mark of await screen.locator('main [name="left"]').all()) await mark.check()
    await screen.locator('main button.button-primary').click()
    await screen.waitForLoadState()
  }
  await accepted(screen)
  await look(screen, 'report agreed')
  await screen.goto(`${item}/close`)
  await look(screen, 'close item')
  await fill(screen, { substantive: 'yes' })
  await screen.locator('main button.button-primary').click()
  await screen.waitForLoadState()
}
