// A region that is renewed round what somebody typed: where the text stands afterwards, and what it is about.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { story } from './lib/index.mjs'

const source = new URL('../../internal/web/ui/js/typed.js', import.meta.url)

// vote is a form about certain words: its hidden field names them.
const vote = (words, token = 'a') => `<form action="/vote"><input type=hidden name=token value=${token}><input type=hidden name=seen value=${words}>
  <label><input type=radio name=answer value=yes></label><label><input type=radio name=answer value=no></label><textarea name=why></textarea></form>`
const row = id => `<li><form action="/row"><input type=hidden name=id value=${id}><input name=note></form></li>`
const group = checked => `<form action="/x">${[1, 2].map(n => `<label><input type=radio name=n value=${n} ${n === checked ? 'checked' : ''}></label>`).join('')}</form>`

const cases = [
  { says: 'the same words: the choice stays, under a new token', before: vote(1), after: `<p>new</p>${vote(1, 'b')}`,
    act: 'find("[value=yes]").click()', want: ['token:b', 'seen:1', 'answer:yes*', 'answer:no', 'why:'] },
  { says: 'other words: nobody chose about them', before: vote(1), after: vote(2),
    act: 'find("[value=yes]").click()', want: ['token:a', 'seen:2', 'answer:yes', 'answer:no', 'why:'] },
  { says: 'other words and a text: the form stays whole, so that it is found stale', before: vote(1), after: vote(2, 'b'),
    act: 'find("textarea").value = "mijn tekst"; find("[value=yes]").click()', want: ['token:a', 'seen:1', 'answer:yes', 'answer:no', 'why:mijn tekst'] },
  { says: 'a form that is gone: the text is not', before: `<section>${vote(1)}</section>`, after: '<p>gone</p>',
    act: 'find("textarea").value = "x"', want: ['token:a', 'seen:1', 'answer:yes', 'answer:no', 'why:x'] },
  { says: 'an answer that is fresh does not take the place of the chosen one', before: group(0), after: group(1),
    act: 'find("[value=\\"2\\"]").click()', want: ['n:1', 'n:2*'] },
  { says: 'of many rows the text stays at its own', before: `<ul>${row('a')}${row('b')}</ul>`, after: `<ul>${row('z')}${row('a')}${row('b')}</ul>`,
    act: 'document.querySelectorAll("[name=note]")[1].value = "bij b"', want: ['id:z', 'note:', 'id:a', 'note:', 'id:b', 'note:bij b'] },
  { says: 'a field in which nothing was typed yet takes what is new and keeps the focus', before: '<form action="/f"><input name=n value=1></form>',
    after: '<form action="/f"><input name=n value=2></form>', act: 'find("[name=n]").focus()', want: ['n:2'], focus: 'n' },
  { says: 'what is new comes between what was typed', before: '<form action="/f"><p><input name=a></p><p><input name=b></p></form>',
    after: '<form action="/f"><input name=x><p><input name=a></p><input name=y><p><input name=b></p></form>',
    act: 'find("[name=a]").value = "1"; find("[name=b]").value = "2"', want: ['x:', 'a:1', 'y:', 'b:2'] },
]

story('what somebody typed finds its place in a renewed region', async ({ person }) => {
  const page = await person()
  await page.addScriptTag({ content: (await readFile(source, 'utf8')).replaceAll('export ', '') })
  for (const { says, before, after, act, want, focus } of cases) {
    const got = await page.evaluate(([before, after, act]) => {
      document.body.innerHTML = `<div>${before}</div>`
      const region = document.body.firstElementChild
      new Function('find', act)(what => region.querySelector(what))
      const fresh = new DOMParser().parseFromString(`<div>${after}</div>`, 'text/html').body.firstElementChild
      settle(region, fresh)
      const shown = [...region.querySelectorAll('input, textarea')].map(f =>
        `${f.name}:${f.type === 'hidden' || f.type === 'radio' || f.value ? f.value : ''}${f.checked ? '*' : ''}`)
      return { shown, focus: document.activeElement.name }
    }, [before, after, act])
    assert.deepEqual(got.shown, want, says)
    if (focus) assert.equal(got.focus, focus, says)
  }
})
