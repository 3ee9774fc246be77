// The same first steps for who has no JavaScript, and for who has no mouse.
import assert from 'node:assert/strict'
import { axe, fill, founded, press, reach, says, send, signIn, story } from './lib/index.mjs'
import { demerrode } from './job/cast.mjs'
import { arrived, withPassphrase } from './job/enrolling.mjs'

const told = {
  goes_well: 'Zijn zus luistert naar hem.', fact_1: 'Zei dat hij naar een groep wil die aanslagen pleegt.', first: 'Tibo', last: 'Verzonnen',
}

story('a worry is told without JavaScript', async ({ person }) => {
  const page = await person({ javaScript: false })
  await signIn(page, 'Nele, coördinator')
  await page.goto('/listen')
  await fill(page, { danger: 'no', ...told })
  await press(page, 'Lees voor')
  await axe(page, 'read aloud without JavaScript')
  await says(page, told.fact_1)
  await press(page, 'Bewaar')
  await axe(page, 'kept without JavaScript')
  await page.goto('/practice/clock')
  await send(page, '/practice/clock', 'Een dag')
  await page.goto('/list')
  await says(page, 'Nieuw, verteld op')
})

story('a founder enrols without JavaScript', async ({ person, town }) => {
  const page = await person({ javaScript: false })
  await arrived(page, town)
  await withPassphrase(page)
  await says(page, 'Jij bevestigt wie erbij mag')
  await page.goto('/today')
  await says(page, 'Laat de burgemeester een account maken')
}, { town: () => founded(demerrode) })

story('a worry is told with the keyboard alone', async ({ person }) => {
  const page = await person()
  await page.goto('/')
  await reach(page, page.getByRole('button', { name: 'Nele, coördinator', exact: true }))
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  await page.goto('/listen')
  for (const [name, text] of Object.entries(told)) {
    await reach(page, page.locator(`main [name="${name}"]`))
    await page.keyboard.type(text)
  }
  await reach(page, page.locator('main').getByRole('button', { name: 'Lees voor' }))
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  await says(page, told.fact_1)
  await reach(page, page.locator('main').getByRole('button', { name: 'Bewaar', exact: true }).first())
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  assert.match(page.url(), /listen\/kept/)
})

story('the hall speaks English too, and stands in the dark', async ({ person }) => {
  const page = await person({ language: 'en', theme: 'dark' })
  await page.goto('/')
  await says(page, 'Who are you today?')
  await axe(page, 'start in English, dark')
  await signIn(page, 'Nele, coordinator')
  await axe(page, 'today in English, dark')
  for (const path of ['/list', '/meetings', '/network', '/protocol', '/terms', '/practice/walk', '/practice/mail']) {
    await page.goto(path)
    await axe(page, `${path} in English, dark`)
  }
})
