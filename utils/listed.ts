export { listed } from '#shared/text.ts'
