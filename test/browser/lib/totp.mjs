// The six digits that an app shows (RFC 6238), from the secret that stands on the page. The wall clock of
// Beraad never moves, so the clock of this machine is right.
import { createHmac } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const period = 30

function bytes(secret) {
  const bits = [...secret.replace(/[ =]/g, '')].map(c => letters.indexOf(c).toString(2).padStart(5, '0')).join('')
  return Buffer.from(bits.match(/.{8}/g).map(b => parseInt(b, 2)))
}

// app is the app on somebody's phone. Each code is used once. A phone may be half a minute fast
// (RFC 6238, 5.2), so two codes can be had at once; who asks for a third waits.
export function app(secret) {
  let last = 0
  return async () => {
    last = Math.max(last + 1, now())
    if (last > now() + 1) await wait((last - 1) * period * 1000 - Date.now() + 50)
    return code(secret, last)
  }
}

const now = () => Math.floor(Date.now() / 1000 / period)

// code is the code of one half minute.
export function code(secret, step) {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const sum = createHmac('sha1', bytes(secret)).update(counter).digest()
  const at = sum.at(-1) & 15
  return String((sum.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
