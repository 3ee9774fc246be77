// After the table: what each keeps in an own dossier, and how it is forgotten.
import assert from 'node:assert/strict'
import { later, look, says } from '../lib/index.mjs'
import { codes } from './before.mjs'

// kept: Lotte has an agreement and keeps nothing else; nothing is the usual choice.
export async function kept(as) {
  const lotte = as('clb')
  await lotte.goto('/actions')
  await says(lotte, 'Elke week een gesprek op school.')
  await look(lotte, 'actions')
  await lotte.goto('/dossiers')
  await look(lotte, 'own dossiers')
  await Promise.all([lotte.waitForEvent('load'), lotte.locator('main a[href^="/offers/"]').first().click()])
  await look(lotte, 'what to keep')
  await lotte.locator('main button.button-primary').click()
  await lotte.waitForLoadState()
  await look(lotte, 'nothing kept')
}

// forgotten: a year later the case is gone from the list, and a proof is left that names nobody.
export async function forgotten(as, code) {
  const nele = as('coordinator')
  await nele.goto('/terms')
  await says(nele, code)
  await look(nele, 'terms')
  await nele.goto('/practice/clock')
  await look(nele, 'clock')
  await later(nele, 'Een jaar')
  await look(nele, 'clock a year later')
  for (const path of ['/terms', '/list', '/meetings']) {
    await nele.goto(path)
    assert.ok(!(await nele.content()).includes(code), `${path} has forgotten ${code}`)
  }
  await nele.goto('/terms')
  await Promise.all([nele.waitForEvent('load'), nele.locator('main a[href^="/proofs/"]').first().click()])
  await look(nele, 'proof')
  assert.equal((await codes(nele)).length, 0, 'a proof names no case')
}
