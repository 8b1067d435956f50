import { expect, type APIRequestContext } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { addressOf, type AnswerOf, type Contract } from '../../../shared/contract/contract.ts'

/** Somebody signed in who calls the endpoints directly: for what a journey needs but does not show. */
export class Client {
  readonly request: APIRequestContext

  constructor(request: APIRequestContext) {
    this.request = request
  }

  /** Calls an endpoint and answers what it answers; anything but success fails the test. */
  async call<C extends Contract>(contract: C, input: Record<string, unknown> = {}): Promise<AnswerOf<C>> {
    const response = await this.ask(contract, input)
    expect(response.status(), `${contract.method} ${contract.path}: ${await response.text()}`).toBe(200)
    return response.json()
  }

  /** Calls an endpoint, whatever it answers. */
  ask(contract: Contract, input: Record<string, unknown> = {}, key = randomUUID()) {
    const address = addressOf(contract, input)
    if (contract.method === 'GET') return this.request.get(address, { maxRetries: 1 })
    return this.request.post(address, { data: input, headers: { 'idempotency-key': key } })
  }
}
