import { createHash, createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { canonical } from '#server/connectors/exchange/gateway/canonical.ts'
import {
  openParams,
  PARAMS_CIPHERS,
  paramsKey,
  sealParams,
} from '#server/connectors/exchange/gateway/seal-params.ts'
import { sameSignature, signAnswer, signRequest } from '#server/connectors/exchange/gateway/signature.ts'

const request = {
  method: 'POST',
  path: '/api/v1/population',
  timestamp: '1795600000000',
  nonce: '0123456789abcdef0123456789abcdef',
  body: '{"params":"…"}',
}

describe('the hash and the HMAC that signatures rest on', () => {
  it('are SM3 of GB/T 32905-2016, annex A', () => {
    const sm3 = (text: string) => createHash('sm3').update(text).digest('hex')
    expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
    expect(sm3('abcd'.repeat(16))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732')
  })

  it('are HMAC over SM3 of GM/T 0042-2015, annex D.3', () => {
    const key = Buffer.from('0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20', 'hex')
    const text = 'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'.repeat(2)
    expect(createHmac('sm3', key).update(text).digest('hex')).toBe(
      'ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a',
    )
  })
})

describe('the signature of a request', () => {
  it('is the HMAC over method, path, time, number used once and the hash of the body, line by line', () => {
    const digest = createHash('sha256').update(request.body).digest('hex').toUpperCase()
    const text = `POST\n/api/v1/population\n1795600000000\n${request.nonce}\n${digest}`
    const expected = createHmac('sha256', 'a secret').update(text).digest('hex').toUpperCase()
    expect(signRequest('HMAC-SHA256', 'a secret', request)).toBe(expected)
  })

  it('changes with every part, with the secret and with the algorithm', () => {
    const signatures = [
      signRequest('HMAC-SM3', 's', request),
      signRequest('HMAC-SHA256', 's', request),
      signRequest('HMAC-SM3', 't', request),
      ...Object.keys(request).map((part) => signRequest('HMAC-SM3', 's', { ...request, [part]: 'x' })),
    ]
    expect(new Set(signatures).size).toBe(signatures.length)
  })

  it('is compared whatever the case of its digits, and never holds for a shorter one', () => {
    const signature = signRequest('HMAC-SM3', 's', request)
    expect(sameSignature(signature, signature.toLowerCase())).toBe(true)
    expect(sameSignature(signature, signature.slice(0, -1))).toBe(false)
    expect(sameSignature('', signature)).toBe(false)
  })
})

describe('the signature of an answer', () => {
  it('does not depend on the order of members or on the signature itself', () => {
    const answer = { code: '0', data: { list: [{ b: 1, a: 'é' }], count: 1 } }
    const shuffled = { sign: 'XX', data: { count: 1, list: [{ a: 'é', b: 1 }] }, code: '0' }
    expect(signAnswer('HMAC-SM3', 's', shuffled)).toBe(signAnswer('HMAC-SM3', 's', answer))
    expect(signAnswer('HMAC-SM3', 's', { ...answer, code: '3001' })).not.toBe(
      signAnswer('HMAC-SM3', 's', answer),
    )
  })

  it('is taken over the canonical JSON of RFC 8785', () => {
    const value = { '\u20ac': 1, '\r': 2, 1: 3, '10': 4, '2': 5, a: [null, true, 1e21, 0.000001, 'é"\u0007'] }
    expect(canonical(value)).toBe(
      '{"\\r":2,"1":3,"10":4,"2":5,"a":[null,true,1e+21,0.000001,"é\\"\\u0007"],"€":1}',
    )
  })
})

describe('sealed parameters', () => {
  const params = { residentId: '349901199001010017', name: '林小满' }

  it.each(['SM4-CBC-HMAC-SM3', 'AES-256-GCM'] as const)(
    'with %s are read again with the same key and request alone, and every change is found',
    (cipher) => {
      const length = PARAMS_CIPHERS[cipher]
      const keyOf = (byte: number) => paramsKey(cipher, Buffer.alloc(length, byte).toString('base64'))
      const key = keyOf(7)
      const sealed = sealParams(cipher, key, params, 'request-1')
      expect(openParams(cipher, key, sealed, 'request-1')).toEqual(params)
      expect(sealed).not.toBe(sealParams(cipher, key, params, 'request-1'))
      expect(() => openParams(cipher, key, sealed, 'request-2')).toThrow()
      expect(() => openParams(cipher, keyOf(8), sealed, 'request-1')).toThrow()
      const bytes = Buffer.from(sealed, 'base64')
      for (const at of [0, 20, bytes.length - 1]) {
        const changed = Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ 1 : byte)))
        expect(() => openParams(cipher, key, changed.toString('base64'), 'request-1')).toThrow()
      }
      expect(() => openParams(cipher, key, '', 'request-1')).toThrow('too short')
    },
  )

  it('need a key of the right length, which is not repeated when it has not', () => {
    expect(() => paramsKey('AES-256-GCM', 'c2hvcnQ=')).toThrow('32 bytes')
    expect(() => paramsKey('AES-256-GCM', 'c2hvcnQ=')).not.toThrow('c2hvcnQ=')
  })
})
