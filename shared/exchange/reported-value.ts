/** A value of a register, as a report that it is wrong names it. */
export interface ReportedValue {
  resource: string
  field: string
  /** Whom the register was asked about, as the log of look-ups names them; empty when nobody. */
  subject: string
}

/** Whether a report is about a value: the same field of the same resource, about the same person or organisation. */
export function isReportOf(report: ReportedValue, { resource, field, subject }: ReportedValue): boolean {
  return report.resource === resource && report.field === field && report.subject === subject
}
