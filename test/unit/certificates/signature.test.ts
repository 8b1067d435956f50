import { X509Certificate } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { drawCertificate } from '../../../server/domain/certificates/pdf/certificate.ts'
import { checkPdf } from '../../../server/domain/certificates/pdf/check.ts'
import { makeSigningIdentity, signPdf, type Signing } from '../../../server/domain/certificates/pdf/sign.ts'
import { certificateWith } from './papers.ts'

const at = Date.UTC(2026, 10, 23)
const { privateKeyPem, certificatePem } = makeSigningIdentity({ commonName: '云溪市电子印章（演示）', at })
const signing: Signing = {
  key: privateKeyPem,
  certificate: certificatePem,
  at,
  name: '云溪市',
  reason: '签发',
}
let drawn: Uint8Array
let signed: Uint8Array

beforeAll(async () => {
  drawn = await drawCertificate(certificateWith({ 'child.name': '林小满' }))
  signed = signPdf(drawn, signing)
})

describe('a signing identity', () => {
  it('is a self-signed certificate of the name, valid from its moment for ten years', () => {
    const certificate = new X509Certificate(certificatePem)
    expect(certificate.subject).toBe('CN=云溪市电子印章（演示）')
    expect(certificate.verify(certificate.publicKey)).toBe(true)
    expect(certificate.validFromDate.getTime()).toBe(at)
    expect(certificate.validToDate.getUTCFullYear()).toBe(2036)
  })
})

describe('a signed document', () => {
  it('begins with the drawn one, byte for byte', () => {
    expect(Buffer.compare(signed.subarray(0, drawn.length), drawn)).toBe(0)
  })

  it('is intact as it was signed', () => {
    expect(checkPdf(signed, certificatePem)).toBe('intact')
  })

  it('is changed when any byte of it is, wherever it stands', () => {
    for (let position = 10; position < signed.length; position += 97) {
      const changed = Uint8Array.from(signed)
      changed[position] = (changed[position] ?? 0) ^ 1
      expect(checkPdf(changed, certificatePem), `byte ${position}`).not.toBe('intact')
    }
  })

  it('is changed when something was appended', () => {
    expect(checkPdf(Buffer.concat([signed, Buffer.from('\n%%EOF\n')]), certificatePem)).toBe('changed')
  })

  it('is changed when the byte range leaves out more than the signature', () => {
    const text = Buffer.from(signed).toString('latin1')
    const wider = text.replace(
      /ByteRange \[0 (\d{10})/,
      (_, number) => `ByteRange [0 ${String(Number(number) - 9).padStart(10, '0')}`,
    )
    expect(checkPdf(Buffer.from(wider, 'latin1'), certificatePem)).toBe('changed')
  })

  it('is not accepted with the key of somebody else', () => {
    const other = makeSigningIdentity({ commonName: '别人', at })
    expect(checkPdf(signed, other.certificatePem)).toBe('changed')
    const forged = signPdf(drawn, { ...signing, key: other.privateKeyPem })
    expect(checkPdf(forged, certificatePem)).toBe('changed')
  })

  it('is unsigned before it is signed, as is whatever else is sent in', () => {
    expect(checkPdf(drawn, certificatePem)).toBe('unsigned')
    expect(checkPdf(Buffer.from('not a PDF'), certificatePem)).toBe('unsigned')
    expect(checkPdf(new Uint8Array(0), certificatePem)).toBe('unsigned')
  })

  it('is changed, and no error, when its signature is no signature', () => {
    const text = Buffer.from(signed)
      .toString('latin1')
      .replace(/Contents <3082/, 'Contents <30ff')
    expect(checkPdf(Buffer.from(text, 'latin1'), certificatePem)).toBe('changed')
  })
})
