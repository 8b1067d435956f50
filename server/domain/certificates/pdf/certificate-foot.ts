import { A4, type Canvas } from './canvas.ts'
import type { CertificateInput } from './certificate.ts'
import { INK_2, INK_3, LINE } from './colours.ts'
import type { SignaturePlace } from './document.ts'
import { qrCode } from './words/code.ts'
import { signOff } from './words/sign-off.ts'

/** Where the foot of a certificate begins, in points from the top. */
export const FOOT_TOP = 604

const LEFT = 86
const QR_SIZE = 84
const SEAL_Y = 676
const RULE_Y = 758

/** Code on the left, issuer, day and seal on the right, identifier below. Returns where the seal stands. */
export function drawFoot(page: Canvas, input: CertificateInput): SignaturePlace {
  const { issuerName, issuedOn, verifyUrl, identifier, demo } = input
  const qrTop = SEAL_Y - QR_SIZE / 2 - 8
  qrCode(page, verifyUrl, LEFT, qrTop, QR_SIZE)
  page.text(
    '扫码核验',
    LEFT + QR_SIZE / 2,
    qrTop + QR_SIZE + 17,
    { size: 10, colour: INK_2, tracking: 0.15 },
    'centre',
  )

  const place = signOff(page, issuerName, issuedOn, A4.width - LEFT, SEAL_Y)

  page.line(LEFT, RULE_Y, A4.width - LEFT, RULE_Y, 0.5, LINE)
  const small = { size: 8, colour: INK_3, tabular: true }
  page.text(`证照标识 ${identifier}`, A4.width / 2, RULE_Y + 16, small, 'centre')
  if (demo) {
    const notice = '演示城市签发，不具法律效力'
    page.text(notice, A4.width / 2, RULE_Y + 30, { size: 8, colour: INK_3, tracking: 0.1 }, 'centre')
  }
  return place
}
