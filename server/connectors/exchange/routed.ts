import type { Call, ExchangeConnector, RegisterRow } from './connector.ts'
import type { Route } from './config-shape.ts'

/**
 * A connector as one resource is reached through it: names of the resource, its parameters and fields are translated,
 * and no field leaves that was not asked for, whatever the other side sent.
 * @param units our code of a department → the other side's
 */
export function routed(
  connector: ExchangeConnector,
  route: Route,
  units: Readonly<Record<string, string>> = {},
): ExchangeConnector {
  const theirs = new Map(Object.entries(route.fields ?? {}).map(([field, ours]) => [ours, field]))
  // A parameter that has another name there is answered by that name too, unless the route says otherwise.
  const nameThere = (field: string) => theirs.get(field) ?? route.params?.[field] ?? field
  function translated(call: Call): Call {
    const params = Object.entries(call.params).map(([name, value]) => [route.params?.[name] ?? name, value])
    return {
      ...call,
      resource: (route.service ?? '{resource}').replaceAll('{resource}', call.resource),
      params: Object.fromEntries(params),
      fields: call.fields.map(nameThere),
      purpose: { ...call.purpose, unit: units[call.purpose.unit] ?? call.purpose.unit },
    }
  }
  function cut(row: RegisterRow, fields: readonly string[]): RegisterRow {
    return Object.fromEntries(
      fields.flatMap((field) => {
        const value = Object.hasOwn(row, nameThere(field)) ? row[nameThere(field)] : undefined
        return value === undefined ? [] : [[field, value] as const]
      }),
    )
  }
  return {
    async ask(call) {
      const { rows, updatedAt } = await connector.ask(translated(call))
      return { rows: rows.map((row) => cut(row, call.fields)), updatedAt }
    },
    tell: async (call) => cut(await connector.tell(translated(call)), call.fields),
  }
}
