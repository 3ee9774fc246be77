// The pages around the table: where somebody who worries can go, and what comes back every year.
import assert from 'node:assert/strict'
import { axe, fill, follow, noOverflow, phone, press, reach, says, signIn, story } from './lib/index.mjs'

// proves R0.4-c, R4.1.2-b
story('a worried teacher finds whom to call, without an account and without JavaScript', async ({ person }) => {
  const teacher = await person({ width: phone, theme: 'dark', javaScript: false })
  await teacher.goto('/sign-in')
  await follow(teacher, 'Zorgen om iemand?')
  await says(teacher, 'Is er nu gevaar?', 'Bel het contactpunt.', 'Je hoeft geen naam te noemen')
  assert.equal(await teacher.locator('main form').count(), 0)
  await axe(teacher, 'contact point, phone, dark')
  await noOverflow(teacher)
  const reader = await person({ language: 'en' })
  await reader.goto('/contact')
  await says(reader, 'Are you worried about somebody?', 'Call 112 for urgent help')
  await axe(reader, 'contact point in English')
})

// proves R0.4-a, R2.3.3-g
story('the yearly look at the roles is noted with the keyboard alone', async ({ person }) => {
  const nele = await person()
  await signIn(nele, 'Nele, coördinator')
  await says(nele, 'Kijk opnieuw naar: De rollen')
  await follow(nele, 'Kijk opnieuw naar: De rollen')
  await axe(nele, 'the seven steps')
  await reach(nele, nele.locator('main [name="topic"]'))
  await nele.keyboard.type('De rollen')
  await reach(nele, nele.locator('main').getByRole('button', { name: 'Noteer' }))
  await Promise.all([nele.waitForEvent('load'), nele.keyboard.press('Enter')])
  await nele.goto('/today')
  assert.equal(await nele.getByText('Kijk opnieuw naar').count(), 0)
})

// proves R2.3.3-e, R2.3.4-b, R2.5.3-e, R2.5.3-l, R6.2-u
story('mandates, civil society and technical staff, at a narrow screen', async ({ person }) => {
  const nele = await person({ width: phone })
  await signIn(nele, 'Nele, coördinator')
  await nele.goto('/network')
  await follow(nele, 'Ruben Jacobs')
  await follow(nele, 'Pas de rolkaart aan')
  await axe(nele, 'role card')
  await noOverflow(nele)
  await fill(nele, { mandate: 'Deelt namens het CAW.', mandate_until: '2031-12-31', confirmed: 'yes' })
  await press(nele, 'Bewaar')
  await says(nele, 'Deelt namens het CAW.', 'tot en met 31 december 2031')
  await nele.goto('/network/contacts/new')
  await press(nele, 'Voeg toe')
  await says(nele, 'Kies welke soort groep dit is.')
  await axe(nele, 'a contact that misses something')
  await fill(nele, { name: 'Ouderwerking Dageraad', kind: 'parents', dialogue: 'both' })
  await press(nele, 'Voeg toe')
  await says(nele, 'Ouderwerking Dageraad')
  await axe(nele, 'civil society')
  await noOverflow(nele)
  await nele.goto('/technicians')
  await says(nele, 'Dirk Maes', 'bevestigd op')
  await axe(nele, 'technical staff')
  await noOverflow(nele)
  await nele.goto('/who-sits')
  await axe(nele, 'who sits at the table')
  await noOverflow(nele)
})
