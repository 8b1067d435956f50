import type { Participant } from '../catalog/documents.ts'

/** The person an application is for, when somebody else fills it in: nothing is sent before they confirm. */
export const PRINCIPAL: Participant = {
  code: 'principal',
  title: { zh: '申请人本人', en: 'The applicant' },
  name: 'applicant.name',
  residentId: 'applicant.residentId',
  sees: [],
  statement: {
    zh: '这是别人替我填写的申请。我已看过，内容属实，同意提交。',
    en: 'Somebody filled this application in for me. I have read it, it is true, and I agree that it is sent.',
  },
}
