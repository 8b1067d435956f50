import type { OutsideService } from '#shared/exchange/outside-services.ts'
import { caseState } from './case-state.ts'
import { certificateFetch } from './fetch-certificate.ts'
import { certificateVerify } from './verify-certificate.ts'
import type { Service } from './service.ts'
import { statistics } from './statistics.ts'

/** What answers which service. */
export const SERVICES: Readonly<Record<OutsideService, Service>> = {
  'case-state': caseState,
  'certificate-verify': certificateVerify,
  'certificate-fetch': certificateFetch,
  statistics,
}
