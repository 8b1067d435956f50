import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { drawCertificate } from '../../../server/domain/certificates/pdf/certificate.ts'
import { makeSigningIdentity, signPdf } from '../../../server/domain/certificates/pdf/sign.ts'
import { certificateWith } from '../../unit/certificates/papers.ts'

const folder = mkdtempSync(join(tmpdir(), 'signature-'))

afterAll(() => rmSync(folder, { recursive: true }))

/** What another program, poppler's, says of a signed file. */
function judge(name: string, bytes: Uint8Array): string {
  const file = join(folder, name)
  writeFileSync(file, bytes)
  return execFileSync('pdfsig', [file], { encoding: 'utf8' })
}

describe('a signature, as other programs see it', () => {
  it('is valid and covers the whole document, and no longer once a byte is another', async () => {
    const at = Date.UTC(2026, 10, 23)
    const { privateKeyPem: key, certificatePem: certificate } = makeSigningIdentity({
      commonName: '云溪市（演示）',
      at,
    })
    const drawn = await drawCertificate(certificateWith({ 'child.name': '林小满' }))
    const signed = signPdf(drawn, { key, certificate, at, name: '云溪市', reason: '电子证照签发' })
    const verdict = judge('signed.pdf', signed)
    expect(verdict).toContain('Signature is Valid')
    expect(verdict).toContain('Total document signed')
    expect(verdict).toContain('ETSI.CAdES.detached')
    const changed = Uint8Array.from(signed)
    changed[1000] = (changed[1000] ?? 0) ^ 1
    expect(judge('changed.pdf', changed)).toContain('Digest Mismatch')
  })
})
