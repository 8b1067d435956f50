import type { FactValue } from '../rules/condition.ts'

/**
 * What a register makes of a decision that it is told: a number by its own rule, and perhaps a row in a register that
 * can be looked up afterwards. Parameters are the elements that are told.
 */
export interface EntryRule {
  /** The field of the answer that carries the number. */
  gives: string
  number:
    /**
     * A unified social credit code (GB 32100) in the district that a parameter names. `body`: its first two characters,
     * 91 for an enterprise when absent, 92 for a sole trader.
     */
    | { kind: 'credit-code'; division: string; body?: '91' | '92' }
    /** Letters, perhaps the district that a parameter names, and a running number of so many digits. */
    | { kind: 'serial'; prefix: string; division?: string; digits: number }
    /** Parameters one after another: the number of a disability certificate is resident id, kind and level. */
    | { kind: 'joined'; of: string[] }
    /** What another register says already, such as a hospital's finding: field to parameter asks, `field` answers. */
    | { kind: 'recorded'; resource: string; by: Record<string, string>; field: string }
  writes?: {
    resource: string
    /** The field that takes the number. */
    number: string
    /** Field to the parameter that fills it. */
    fields: Record<string, string>
    /** Fields that are the same in each entry. */
    fixed: Record<string, FactValue>
  }
}
