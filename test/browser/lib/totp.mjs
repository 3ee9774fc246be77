// An authenticator app: the six digits of a secret at a moment (RFC 6238, 30 s, SHA-1).
import { createHmac } from 'node:crypto'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

// digits gives the code of a base32 secret; steps goes so many times 30 seconds forward or back.
export function digits(secret, steps = 0) {
  const bits = [...secret.replace(/[^A-Z2-7]/gi, '').toUpperCase()].map(letter => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from(bits.match(/[01]{8}/g).map(byte => parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const mac = createHmac('sha1', key).update(counter).digest()
  return String((mac.readUInt32BE(mac[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
