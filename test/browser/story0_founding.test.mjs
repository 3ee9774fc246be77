import { founded, look, story } from './lib/index.mjs'
import { demerrode } from './job/cast.mjs'
import { backAgain, founder, mayorFirst, theList, theNetwork, theProtocol, theTown } from './job/founding.mjs'

story('founding', async ({ person, town }) => {
  const desk = await person()
  const keys = await founder(desk, town)
  await backAgain(desk, demerrode.mail, keys)
  const pages = {}
  for (const stem of ['mayor', 'representative', 'coordinator', 'officer', 'clb', 'caw']) pages[stem] = await person()
  await mayorFirst(desk, pages.mayor)
  await theTown(desk, pages)
  await theNetwork(desk, pages, '2028-06-30')
  await theList(pages.mayor)
  await theProtocol(pages.coordinator, pages.mayor)
  await pages.mayor.goto('/founding')
  await look(pages.mayor, 'guide at the end')
}, { town: () => founded(demerrode) })
