// A small web server with one page that is right and pages with one planted fault each.
import { createServer } from 'node:http'

const good = `<p>Welkom bij het overleg.</p><label>Naam <input name="name"></label> <button>Bewaren</button>
  <div class="scrolls"><table class="wide"><tr><td>breed</td></tr></table></div>
  <noscript><p>zonder script</p></noscript><script src="/mark.js"></script>`

const pages = {
  '/': good,
  '/no-alt': `${good}<img src="/dot.svg">`,
  '/pale': `${good}<p class="pale">bleek</p>`,
  '/too-wide': `${good}<p class="wide">te breed</p>`,
  '/foreign': `${good}<img src="http://elsewhere.example/dot.png" alt="">`,
  '/broken': `${good}<script src="/broken.js"></script>`,
  '/inline': `${good}<script>document.title = 'inline'</script>`,
  '/lost': `${good}<img src="/nowhere.svg" alt="">`,
  '/unreachable': `${good}<button tabindex="-1">Geheim</button>`,
  '/invisible': `${good}<button class="quiet">Stil</button>`,
  '/backward': `<a class="skip" href="#end">Naar de inhoud</a>${good}<button id="end">Einde</button>`,
  '/roles': `<form action="/"><button>Burgemeester</button></form>`,
}

const files = {
  '/style.css': `.scrolls { overflow-x: auto } .wide { width: 600px } .pale { color: #ccc; background: #fff }
    .quiet:focus { outline: none }`,
  '/mark.js': `document.documentElement.dataset.script = 'ran'`,
  '/broken.js': `throw new Error('broken on purpose')`,
  '/dot.svg': `<svg xmlns="http://www.w3.org/2000/svg"/>`,
  '/readyz': 'ready',
}

const types = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' }

const frame = body => `<!doctype html><html lang="nl"><head><title>Proef</title>
  <meta name="viewport" content="width=device-width"><link rel="icon" href="/dot.svg">
  <link rel="stylesheet" href="/style.css"></head><body><main><h1>Proef</h1>${body}</main></body></html>`

// policy is as strict as Beraad's own; pictures from elsewhere are let through so that the watcher,
// not the policy, must see them.
const policy = `default-src 'self'; img-src *; require-trusted-types-for 'script'; trusted-types 'none'`

function answer(request, response) {
  const { pathname } = new URL(request.url, 'http://localhost')
  const page = pages[pathname]
  const status = page || files[pathname] ? 200 : 404
  response.writeHead(status, {
    'content-type': page || status === 404 ? 'text/html; charset=utf-8' : types[pathname.split('.')[1]] ?? 'text/plain',
    'content-security-policy': policy,
  })
  response.end(page ? frame(page) : files[pathname] ?? frame('<p>Niet gevonden.</p>'))
}

// serve resolves with the origin and a function that stops the server.
export function serve(port = 0, host = '127.0.0.1') {
  const server = createServer(answer)
  return new Promise(resolve => server.listen(port, host, () => resolve({
    origin: `http://localhost:${server.address().port}`,
    stop: () => { server.closeAllConnections(); server.close() },
  })))
}
