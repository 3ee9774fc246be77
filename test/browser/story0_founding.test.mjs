import { founded, look, story } from './lib/index.mjs'
import { arrived, withPassphrase } from './job/enrolling.mjs'

const demerrode = { livc: 'LIVC R Demerrode', town: 'Demerrode:flanders', police: 'politiezone Demer', founder: 'Stijn Wouters', mail: 'stijn@demerrode.example' }

story('founding', async ({ person, town }) => {
  const page = await person()
  await page.goto('/')
  await look(page, 'sign in')
  await arrived(page, town, { err: true })
  await withPassphrase(page)
  await look(page, 'waiting first')
  await page.goto('/today')
  await look(page, 'today of the founder')
  for (const p of ['/founding', '/network', '/network/partner', '/people/new', '/protocol', '/practice/mail', '/practice/clock']) {
    await page.goto(p)
    await look(page, 'founder ' + p)
  }
}, { town: () => founded(demerrode) })
