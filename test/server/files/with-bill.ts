import type { Asking } from '#domain/perform.ts'
import { fillDraft, SITUATIONS } from '../../support/newborn.ts'

/** A draft at its page of materials, which asks for the bill of the delivery and takes a photo of the baby. */
export function draftWithBill(who: Asking): Promise<string> {
  const answers = {
    'situation.extras': [SITUATIONS['situation.extras'] ?? [], 'maternity-reimbursement'].flat(),
    'situation.costSettled': 'no',
    'reimbursement.admittedOn': '2026-11-03',
    'reimbursement.dischargedOn': '2026-11-08',
    'reimbursement.cost': '8600.50',
    'reimbursement.account': '6222020000000000018',
    'reimbursement.bankCard': '6222020000000000018',
    'child.weight': '3200',
  }
  return fillDraft(who, answers, 'agree', 'materials')
}
