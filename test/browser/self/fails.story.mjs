import { story } from '../lib/index.mjs'

story('a page that is not right', async ({ person }) => {
  await (await person()).goto('/broken')
})
