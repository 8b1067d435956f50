import { showCode } from '#domain/counter/index.ts'
import { perform } from '#domain/perform.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { ownCode } from '#shared/contract/counter.ts'

/** Looking makes a code: it lives for a minute, and no page without script could ask for one otherwise. */
export default endpoint(ownCode.read, { may: 'person', flow: (who) => perform(who, showCode) })
