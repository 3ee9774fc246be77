// The screen in the room: nobody is signed in on it, it types a code, and the desk lets it in.
import assert from 'node:assert/strict'
import { anew, fill, follow, look, press, refused, says, signIn, story } from './lib/index.mjs'

story('a screen in the room is let in and taken away', async ({ person, origin }) => {
  await anew(origin) // another story may have moved the clock past the meeting
  const [nele, wall] = [await person(), await person()]
  await signIn(nele, 'Nele, coördinator')
  await follow(nele, 'Open de vergadering')
  const meeting = new URL(nele.url()).pathname
  await nele.goto(`${meeting}/screen`)
  await look(nele, 'no screen')
  await press(nele, 'Maak een code')
  await look(nele, 'code for a screen')
  const code = (await nele.locator('main').innerText()).match(/[0-9]{3} [0-9]{3}/)[0]

  await wall.goto('/screen')
  await look(wall, 'screen before pairing')
  await fill(wall, { code: code === '000 000' ? '111 111' : '000 000' })
  await refused(wall, 'Verbind')
  await look(wall, 'screen after a wrong code')
  await fill(wall, { code })
  await press(wall, 'Verbind')
  await look(wall, 'screen that asks')
  const words = await wall.locator('h1').innerText()

  await nele.goto(`${meeting}/screen`)
  await says(nele, words)
  await look(nele, 'screen asks')
  await press(nele, 'Ja, laat het binnen')
  await look(nele, 'screen follows')
  await wall.waitForFunction(() => document.querySelector('h1')?.textContent.includes('Welkom'), null, { timeout: 15_000 })
  await look(wall, 'screen that follows')

  await press(nele, 'Neem het scherm weg')
  await wall.waitForFunction(() => document.querySelector('main form'), null, { timeout: 15_000 })
  assert.match(await wall.locator('h1').innerText(), /Scherm voor de zaal/)
})
