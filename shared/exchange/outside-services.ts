import type { Text } from '../text.ts'

/** What the portal offers to other systems, and the fields each service can answer. A grant names some of them. */
export const OUTSIDE_SERVICES = {
  'case-state': {
    name: { zh: '办件进度查询', en: 'Progress of a case' },
    fields: {
      no: { zh: '办件编号', en: 'Case number' },
      title: { zh: '事项', en: 'What it is about' },
      state: { zh: '办件状态', en: 'State' },
      sentAt: { zh: '提交时间', en: 'Sent' },
      closedAt: { zh: '办结时间', en: 'Closed' },
      items: { zh: '各事项进度', en: 'Progress of each service' },
      applicant: { zh: '申请人姓名', en: 'Name of the applicant' },
    },
  },
  'certificate-verify': {
    name: { zh: '电子证照核验', en: 'Check of a certificate' },
    fields: {
      identifier: { zh: '证照标识', en: 'Identifier' },
      result: { zh: '核验结果', en: 'Result' },
      name: { zh: '证照名称', en: 'Certificate' },
      no: { zh: '证照编号', en: 'Number' },
      issuer: { zh: '颁发机构', en: 'Issued by' },
      issuedOn: { zh: '颁发日期', en: 'Issued on' },
      validTo: { zh: '有效期止', en: 'Valid until' },
      revokedOn: { zh: '撤销日期', en: 'Revoked on' },
      holder: { zh: '持证主体（脱敏）', en: 'Holder (masked)' },
    },
  },
  'certificate-fetch': {
    name: { zh: '电子证照调取（本人授权）', en: 'Fetching of a certificate, by its holder’s consent' },
    fields: {
      identifier: { zh: '证照标识', en: 'Identifier' },
      name: { zh: '证照名称', en: 'Certificate' },
      no: { zh: '证照编号', en: 'Number' },
      issuer: { zh: '颁发机构', en: 'Issued by' },
      issuedOn: { zh: '颁发日期', en: 'Issued on' },
      validTo: { zh: '有效期止', en: 'Valid until' },
      holder: { zh: '持证主体', en: 'Holder' },
      holderId: { zh: '持证主体代码', en: 'Holder’s number' },
      face: { zh: '照面信息', en: 'What stands on it' },
      file: { zh: '证照文件', en: 'The file' },
    },
  },
  statistics: {
    name: { zh: '办件统计', en: 'Figures of cases' },
    fields: {
      month: { zh: '月份', en: 'Month' },
      lifeEvent: { zh: '一件事编码', en: 'Code of the life event' },
      title: { zh: '一件事', en: 'Life event' },
      sent: { zh: '提交数', en: 'Sent' },
      closed: { zh: '办结数', en: 'Closed' },
    },
  },
} as const satisfies Record<string, { name: Text; fields: Record<string, Text> }>

export type OutsideService = keyof typeof OUTSIDE_SERVICES

/** Under these codes the services stand in the log of look-ups, beside the resources that the portal itself asks. */
export const SERVICE_PREFIX = 'portal:'

export function isService(name: string): name is OutsideService {
  return Object.hasOwn(OUTSIDE_SERVICES, name)
}

/** The code of a service in the log of look-ups. */
export function codeOfService(service: OutsideService): string {
  return SERVICE_PREFIX + service
}

/** Whether a code of the log names a service that the portal offers to others. */
export function isOutsideService(code: string): boolean {
  return code.startsWith(SERVICE_PREFIX)
}

/** The service that a code of the log names, with its words; undefined for a resource. */
export function serviceOfCode(
  code: string,
): { name: Text; fields: Readonly<Record<string, Text>> } | undefined {
  const service = code.slice(SERVICE_PREFIX.length)
  return isOutsideService(code) && isService(service) ? OUTSIDE_SERVICES[service] : undefined
}
