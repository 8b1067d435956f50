import { fault, type Fault } from '#shared/problem.ts'

/** Thrown by whoever reads a file's content when it cannot be taken; carries the reason for the person. */
export class BadFile extends Error {
  readonly fault: Fault

  constructor(code: string, params?: Fault['params']) {
    super(code)
    this.name = 'BadFile'
    this.fault = fault(code, params)
  }
}
