import { defineNitroPlugin } from 'nitropack/runtime'
import { noteFailure } from '#server/utils/note-failure.ts'

/** No failure goes by in silence: what a page cannot show stands in the log. */
export default defineNitroPlugin((nitro) => {
  nitro.hooks.hook('error', (error, { event }) => noteFailure(error, event))
})
