// Watches everything a person's browser does and keeps what should not happen: a request to another
// host, an error on the console (a breach of the content security policy shows there too), a script
// that breaks.

// watch returns a function that lists what was found so far.
export async function watch(context, origin, expected = []) {
  const seen = []
  const refused = new Set() // addresses of pages that answered 4xx: an answer, not a fault
  const foreign = url => /^(https?|wss?):/.test(url) && new URL(url).host !== new URL(origin).host

  await context.route(url => foreign(url.href), route => {
    seen.push({ text: `request to another host: ${route.request().url()}` })
    return route.abort()
  })
  context.on('page', page => page.on('websocket', socket => {
    if (foreign(socket.url())) seen.push({ text: `request to another host: ${socket.url()}` })
  }))
  context.on('response', response => {
    const status = response.status()
    if (response.request().isNavigationRequest() && status >= 400 && status < 500) refused.add(response.url())
  })
  context.on('console', message => {
    if (message.type() === 'error') seen.push({ text: `console: ${message.text()}`, url: message.location().url })
  })
  context.on('weberror', error => seen.push({ text: `script: ${error.error().message}` }))

  const answer = finding => /status of 4\d\d/.test(finding.text) && refused.has(finding.url)
  return () => seen
    .filter(finding => !answer(finding) && !expected.some(pattern => pattern.test(finding.text)))
    .map(finding => [finding.text, finding.url].filter(Boolean).join(' at '))
}
