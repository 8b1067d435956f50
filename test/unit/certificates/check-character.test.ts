import { describe, expect, it } from 'vitest'
import {
  certificateIdentifier,
  checkCharacter,
  isCertificateIdentifier,
} from '../../../server/domain/certificates/check-character.ts'

describe('check character of a certificate identifier', () => {
  it.each([
    ['11100000000013338W01111430000006122244L20230000403001', 'U'],
    ['11100000MB03271699022340100000000016001', '9'],
    ['11100000000013338W00911330105002500287C2025052201002', '0'],
    ['11100000000013338W00211320482014138860P201807250201001', 'M'],
    ['11341500003180001W00111341500003180001W202603150001001', '1'],
    ['11341500003180001W00111341500003180001W202603150001002', '0'],
  ])('of %s is %s', (payload, character) => {
    expect(checkCharacter(payload)).toBe(character)
  })

  it('stands at the end of the whole identifier, as in the published example', () => {
    const identifier = certificateIdentifier({
      typeCode: '11100000000013338W011',
      issuerCode: '11430000006122244L',
      serial: '20230000403',
      version: 1,
    })
    expect(identifier).toBe('1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U')
  })

  it('accepts identifiers that are right and no others', () => {
    const right = '1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9'
    expect(isCertificateIdentifier(right)).toBe(true)
    expect(isCertificateIdentifier(right.replace('016', '017'))).toBe(false)
    expect(isCertificateIdentifier(right.replace('.001.', '.1.'))).toBe(false)
    expect(isCertificateIdentifier(`${right} `)).toBe(false)
  })

  it('refuses small letters and parts that do not fit', () => {
    expect(() => checkCharacter('1a')).toThrow(RangeError)
    const parts = { typeCode: '123', issuerCode: '11430000006122244L', serial: '1', version: 1 }
    expect(() => certificateIdentifier(parts)).toThrow(RangeError)
  })
})
