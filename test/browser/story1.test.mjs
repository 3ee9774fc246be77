// The main job, from nothing to a case that is forgotten: founding, a worry that is told, the list, two
// meetings at which only the coordinator's screen is on, closing, a year forward, erasure. Everybody has a
// browser and keys of his own. Each page that is new to the story is looked at with axe.
import { founded, look, story } from './lib/index.mjs'
import { forgotten, kept } from './job/afterwards.mjs'
import { dayOf, invited, listed, planned, told } from './job/before.mjs'
import { demerrode, until } from './job/cast.mjs'
import { byPasskey, byPassphrase } from './job/enrolling.mjs'
import { founder, mayorFirst, oneMore, theList, theNetwork, theProtocol, theTown } from './job/founding.mjs'
import { begun, ended, followed, opened, reported, stopped, weighed } from './job/table.mjs'

story('an LIVC R is founded; a worry is told, put on the list, talked about, closed and forgotten', async ({ person, town }) => {
  const pages = {}
  for (const stem of ['founder', 'mayor', 'representative', 'coordinator', 'officer', 'clb', 'caw']) pages[stem] = await person()
  const as = stem => pages[stem]
  const screen = as('coordinator')

  const keys = await founder(as('founder'), town)
  await byPassphrase(as('founder'), demerrode.mail, keys)
  const desk = { page: as('founder'), keys }
  await mayorFirst(desk, as)
  await theTown(desk, as)
  await theNetwork(desk, as, until())
  await byPasskey(as('mayor'))
  await theList(as('mayor'))
  await theProtocol(screen, as('mayor'))
  await withoutCase(as, screen)

  const referral = await told(as)
  const code = await listed(as, referral)
  const first = await planned(as, code)
  await invited(as, first, code)
  await dayOf(as, first)
  await begun(screen, first)
  const item = await opened(screen, code)
  await weighed(screen, item, { 'protects.school_work': '2', 'concerns.school_work': '1', 'protects.home': '1' },
    { outcome: 'follow_up', signals: 'yes', table: 'yes', repercussions: 'unknown' })
  await followed(screen, item)
  await reported(screen, item)
  await ended(screen, first)
  await kept(as)
  await oneMore(as('mayor'), as('representative'))

  const second = await planned(as, code)
  await invited(as, second, code)
  await dayOf(as, second)
  await begun(screen, second)
  const again = await opened(screen, code)
  await weighed(screen, again, {}, { outcome: 'regular', repercussions: 'yes' })
  await stopped(screen, again)
  await reported(screen, again)
  await ended(screen, second)
  await forgotten(as, code)
}, { town: () => founded(demerrode) })

// withoutCase: the table meets once without a case, so that each knows the role; then nothing is left of
// the founding guide.
async function withoutCase(as, screen) {
  const meeting = await planned(as)
  await dayOf(as, meeting)
  await begun(screen, meeting)
  await ended(screen, meeting)
  await screen.goto('/founding')
  await look(screen, 'guide that is done')
}
