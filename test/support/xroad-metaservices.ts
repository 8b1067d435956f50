import { join } from 'node:path'
import Database from 'better-sqlite3'

/* Metaservices of the test's X-Road: one subsystem that offers the registers of the demo city. */

const PROVIDER = { xroad_instance: 'CN-TEST', member_class: 'GOV', member_code: '349900' }
const SUBSYSTEM = '/r1/CN-TEST/GOV/349900/registers/'
/** Of all that is listed, this alone may be called. */
const ALLOWED = ['population', 'marriage']

/** What a metaservice answers; undefined when the path is none. */
export function metaAnswer(path: string, query: URLSearchParams): object | undefined {
  if (path === '/listClients') return listClients()
  if (!path.startsWith(SUBSYSTEM)) return undefined
  const name = path.slice(SUBSYSTEM.length)
  if (name === 'listMethods') return { service: registers().map(serviceOf) }
  if (name === 'allowedMethods')
    return {
      service: registers()
        .filter((each) => ALLOWED.includes(each.resource))
        .map(serviceOf),
    }
  return name === 'getOpenAPI' ? openApi(query.get('serviceCode') ?? '') : undefined
}

function listClients(): object {
  const id = { ...PROVIDER, object_type: 'SUBSYSTEM', subsystem_code: 'registers' }
  const member = { ...PROVIDER, object_type: 'MEMBER' }
  return {
    member: [
      { id: member, name: 'Yunxi' },
      { id, name: 'Yunxi registers' },
    ],
  }
}

interface RegisterSeen {
  resource: string
  keys: string[]
  fields: string[]
}

function registers(): RegisterSeen[] {
  const db = new Database(join(process.env.DATA_DIR ?? '.data', 'registers.sqlite'), { readonly: true })
  try {
    return db
      .prepare<[], { resource: string; keys: string; body: string | null }>(
        `select resource, keys, (select body from records r where r.resource = a.resource limit 1) as body
         from askable a order by resource`,
      )
      .all()
      .map(({ resource, keys, body }) => ({
        resource,
        keys: JSON.parse(keys),
        fields: Object.keys(JSON.parse(body ?? '{}')),
      }))
  } finally {
    db.close()
  }
}

function serviceOf({ resource }: RegisterSeen): object {
  return {
    ...PROVIDER,
    object_type: 'SERVICE',
    service_type: resource === 'seals' ? 'REST' : 'OPENAPI',
    subsystem_code: 'registers',
    service_code: resource,
    endpoint_list: [{ method: 'POST', path: '/' }],
  }
}

function openApi(code: string): object {
  const { keys = [], fields = [] } = registers().find(({ resource }) => resource === code) ?? {}
  const text = { type: 'string' }
  const properties = (names: string[]) => Object.fromEntries(names.map((name) => [name, text]))
  return {
    openapi: '3.0.0',
    info: { title: `Register ${code}`, version: '1' },
    paths: {
      '/': {
        post: {
          requestBody: {
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: { params: { type: 'object', properties: properties(keys) } },
                },
              },
            },
          },
          responses: {
            200: {
              content: {
                'application/json': {
                  schema: {
                    type: 'object',
                    properties: { list: { type: 'array', items: { $ref: '#/components/schemas/Row' } } },
                  },
                },
              },
            },
          },
        },
      },
    },
    components: { schemas: { Row: { type: 'object', properties: properties(fields) } } },
  }
}
