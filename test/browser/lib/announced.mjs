// What a screen reader gets: the accessibility tree as the browser makes it.
import assert from 'node:assert/strict'

const heard = ['polite', 'assertive']

// announced fails unless these words stand in a part of the page that a screen reader reads out by itself when it
// changes.
export async function announced(page, ...words) {
  const nodes = await tree(page)
  const said = nodes.filter(node => heard.includes(property(node, 'live'))).map(node => text(nodes, node)).join(' ')
  for (const w of words) assert.ok(said.includes(w), `${page.url()}: "${w}" is not announced, only:\n${said}`)
}

// speaks fails when something that can be pressed or filled in has no name, or the page no single main part and heading.
export async function speaks(page) {
  const nodes = await tree(page)
  const roles = ['button', 'link', 'textbox', 'radio', 'checkbox', 'combobox', 'radiogroup', 'group']
  const folds = node => children(nodes, node).some(one => one.role.value.startsWith('DisclosureTriangle')) // its words are its name
  const dumb = nodes.filter(node => !node.ignored && roles.includes(node.role?.value) && !node.name?.value?.trim() && !folds(node))
  assert.deepEqual(dumb.map(node => `${node.role.value} ${text(nodes, node)}`), [], `${page.url()}: without a name`)
  for (const role of ['main', 'banner']) assert.equal(nodes.filter(node => node.role?.value === role).length, 1, `${page.url()}: ${role}`)
  const first = nodes.filter(node => node.role?.value === 'heading' && property(node, 'level') === 1)
  assert.equal(first.length, 1, `${page.url()} has ${first.length} headings of the first level`)
}

async function tree(page) {
  const devtools = await page.context().newCDPSession(page)
  const { nodes } = await devtools.send('Accessibility.getFullAXTree')
  await devtools.detach()
  return nodes
}

const property = (node, name) => node.properties?.find(p => p.name === name)?.value.value

// children are the nodes below, without those that the browser leaves out between.
function children(nodes, node) {
  const below = (node.childIds ?? []).map(id => nodes.find(one => one.nodeId === id)).filter(Boolean)
  return below.flatMap(one => one.ignored ? children(nodes, one) : [one])
}

// text is what stands in a node and below it.
function text(nodes, node) {
  const own = node.role?.value === 'StaticText' ? node.name?.value ?? '' : ''
  return [own, ...children(nodes, node).map(one => text(nodes, one))].filter(Boolean).join(' ')
}
