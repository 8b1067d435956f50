import { eventHandler } from 'h3'
import { health } from '#server/start.ts'

/** For load balancers and for `npm start`: answers when everything is up. */
export default eventHandler(() => health())
