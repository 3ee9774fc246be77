import { axe, story } from '../lib/index.mjs'

story('a page that is right', async ({ person }) => {
  const page = await person()
  await page.goto('/')
  await axe(page, 'start')
})
