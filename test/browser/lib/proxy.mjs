// A proxy between the browsers of a story and its town. It passes everything on; streams it passes, holds back
// until they end, as a proxy does that buffers, or lets die without a word.
import { createServer, request } from 'node:http'

// behind is a town as its browsers see it through a proxy; proxy.streams is 'pass', 'hold' or 'mute'.
export const behind = town => async () => {
  const place = await town()
  const { hostname, port, host } = new URL(place.origin)
  const proxy = { streams: 'pass' }
  const server = createServer((from, to) => {
    const on = request({ hostname: '127.0.0.1', port, path: from.url, method: from.method, headers: { ...from.headers, host } }, answer => {
      if (!/event-stream/.test(answer.headers['content-type'] ?? '')) return to.writeHead(answer.statusCode, answer.headers) && answer.pipe(to)
      const begun = proxy.streams
      const held = []
      if (begun === 'pass') to.writeHead(answer.statusCode, answer.headers)
      answer.on('data', part => begun === 'hold' ? held.push(part) : proxy.streams === 'mute' || to.write(part))
      answer.on('end', () => {
        if (begun === 'hold') to.writeHead(answer.statusCode, answer.headers)
        to.end(Buffer.concat(held))
      })
    })
    on.on('error', () => to.destroy())
    to.on('close', () => on.destroy())
    from.pipe(on)
  })
  await new Promise(done => server.listen(0, hostname, done))
  return {
    ...place, proxy, origin: `http://${hostname}:${server.address().port}`,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await place.stop()
    },
  }
}
