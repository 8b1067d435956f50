import type { OfferedService } from '../connector.ts'

type Unknown = Record<string, unknown>

/** What a service's OpenAPI 3 description says for our catalogue: its title, what it is asked by, what it answers. */
export function readOpenApi(document: unknown): Pick<OfferedService, 'title' | 'inputs' | 'outputs'> {
  const title = object(object(document).info).title
  const operations = Object.values(object(object(document).paths)).flatMap((path) =>
    Object.entries(object(path)).flatMap(([method, operation]) =>
      ['get', 'post'].includes(method) ? [object(operation)] : [],
    ),
  )
  const resolve = resolver(document)
  const inputs = operations.flatMap((operation) => [
    ...list(operation.parameters).flatMap((each) => text(resolve(each).name)),
    ...propertiesOf(jsonSchema(resolve(operation.requestBody)), 'params', resolve),
  ])
  const outputs = operations.flatMap((operation) =>
    propertiesOf(jsonSchema(resolve(object(operation.responses)['200'])), 'list', resolve),
  )
  return {
    ...(typeof title === 'string' ? { title } : {}),
    inputs: [...new Set(inputs)],
    outputs: [...new Set(outputs)],
  }
}

function object(value: unknown): Unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function text(value: unknown): string[] {
  return typeof value === 'string' ? [value] : []
}

type Resolve = (value: unknown) => Unknown

/** Follows a `$ref` within the document, once: descriptions in a circle end there. */
function resolver(document: unknown): Resolve {
  return (value) => {
    const [reference] = text(object(value).$ref)
    if (!reference?.startsWith('#/')) return object(value)
    const steps = reference.slice(2).split('/')
    return object(steps.reduce<unknown>((at, step) => object(at)[step], document))
  }
}

function jsonSchema(holder: Unknown): unknown {
  return object(object(holder.content)['application/json']).schema
}

/** Names of the fields of a row: of the object itself, of a list's rows, or of the rows in its member `inside`. */
function propertiesOf(schema: unknown, inside: string, resolve: Resolve): string[] {
  const resolved = resolve(schema)
  const row = resolved.type === 'array' ? resolve(resolved.items) : resolved
  const properties = object(row.properties)
  const inner = resolve(properties[inside])
  if (Object.keys(inner).length === 0) return Object.keys(properties)
  return Object.keys(object((inner.type === 'array' ? resolve(inner.items) : inner).properties))
}
