import * as v from 'valibot'
import type { Problem } from '../problem.ts'
import { answers, get } from './contract.ts'

export interface KeptForm {
  values: Record<string, string | string[]>
  problems: Problem[]
  refusal: string | null
}

export const kept = {
  /** The form of this browser that could not be taken, once. */
  read: get('/api/kept', v.object({ action: v.pipe(v.string(), v.maxLength(300)) }), answers<KeptForm>()),
}
