import type { CertificateInput } from '../../../server/domain/certificates/pdf/certificate.ts'
import type { LetterInput } from '../../../server/domain/certificates/pdf/document-letter.ts'
import type { CertificateType, LayoutBlock } from '../../../shared/catalog/documents.ts'

function both(text: string) {
  return { zh: text, en: text }
}

export function certificateType(layout: LayoutBlock[]): CertificateType {
  return {
    code: 'birth-certificate',
    name: both('出生医学证明'),
    typeCode: '11341500003180001W001',
    issuer: 'health',
    validMonths: null,
    holder: { name: 'child.name' },
    publicElements: [],
    layout,
  }
}

/** A certificate with one row for each of these values. */
export function certificateWith(values: Record<string, string>): CertificateInput {
  const pairs = Object.keys(values).map((element) => ({ label: both('姓名'), element }))
  return {
    type: certificateType([{ block: 'pairs', pairs }]),
    values,
    number: 'Q340000123',
    identifier: '1.2.156.3005.2.11341500003180001W001.11341500003180001W.202603150001.001.1',
    holderName: '林小满',
    issuerName: '云溪市卫生健康委员会',
    issuedOn: '2026-11-23',
    validTo: '9999-12-31',
    verifyUrl: 'https://yizhan.example/v?c=1.2.156.3005.2&n=8f3a&s=0123456789abcdef',
    at: Date.UTC(2026, 10, 23),
    lang: 'zh',
    demo: true,
  }
}

export function letter(): LetterInput {
  return {
    title: '收件回执',
    number: '云溪收〔2026〕第000318号',
    addressee: '林小满',
    parts: [
      { part: 'paragraph', text: '您提交的申请，我们已经收到。' },
      { part: 'pairs', pairs: [{ label: '办件编号', value: 'YX20261123000318' }] },
      {
        part: 'table',
        columns: [
          { title: '事项', share: 3 },
          { title: '部门', share: 2 },
        ],
        rows: [['户口登记', '公安局']],
      },
    ],
    issuerName: '云溪市政务服务管理局',
    issuedOn: '2026-11-23',
    documentId: 'receipt-318',
    at: Date.UTC(2026, 10, 23),
  }
}
