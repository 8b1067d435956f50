import { correctionForm } from '#domain/cases/index.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { cases } from '#shared/contract/cases.ts'

export default endpoint(cases.correction, { may: 'person', read: correctionForm })
