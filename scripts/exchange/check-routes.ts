import type { Resource } from '#shared/catalog/resource.ts'
import type { ConnectorConfig, Route } from '#server/connectors/exchange/config-shape.ts'

type Known = Pick<Resource, 'code' | 'inputs' | 'outputs'>

/**
 * What routes say that the catalogue does not know: resources, fields, parameters, and parameters in addresses. A
 * parameter that goes out under a wrong name may be overlooked, and then everybody's rows come back.
 */
export function routeFindings(routes: readonly Route[], resources: readonly Known[]): string[] {
  const own = new Set(routes.map(({ resource }) => resource))
  return routes.flatMap((route, at) => {
    const reached = resources.filter(({ code }) =>
      route.resource === '*' ? !own.has(code) : code === route.resource,
    )
    if (reached.length === 0 && route.resource !== '*')
      return [`routes[${at}].resource: the catalogue has no “${route.resource}”`]
    return findingsOf(route, reached).map((what) => `routes[${at}].${what}`)
  })
}

/** Departments that connectors name and the catalogue does not know. */
export function unitFindings(
  connectors: readonly ConnectorConfig[],
  departments: readonly string[],
): string[] {
  return connectors.flatMap((connector, at) =>
    Object.keys(connector.kind === 'city' ? {} : (connector.units ?? {}))
      .filter((unit) => !departments.includes(unit))
      .map((unit) => `connectors[${at}].units: the catalogue has no department “${unit}”`),
  )
}

function findingsOf({ resource, service = '', fields = {}, params = {} }: Route, reached: readonly Known[]) {
  const outputs = new Set(reached.flatMap((each) => each.outputs))
  const inputs = [...new Set(reached.flatMap((each) => each.inputs))]
  const there = inputs.map((name) => params[name] ?? name)
  const inAddress = [...service.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name)
  const whose = resource === '*' ? 'what this route leads to' : `“${resource}”`
  return [
    ...Object.values(fields)
      .filter((name) => !outputs.has(name))
      .map(
        (name) =>
          `fields: ${whose} answers no “${name}”; write {"theirs": "ours"} with one of ${listed(outputs)}`,
      ),
    ...Object.keys(params)
      .filter((name) => !inputs.includes(name))
      .map(
        (name) =>
          `params: ${whose} is not asked with “${name}”; write {"ours": "theirs"} with one of ${listed(inputs)}`,
      ),
    ...inAddress
      .filter((name) => name !== 'resource' && !there.includes(name))
      .map((name) => `service: ${whose} is not asked with “${name}”; write one of ${listed(there)}`),
  ]
}

function listed(names: Iterable<string>): string {
  return [...names].join(', ')
}
