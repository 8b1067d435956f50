import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { LANGS } from '#shared/text.ts'
import { isSecretSource } from '../exchange/secrets.ts'

const Secret = v.custom<`env:${string}` | `file:${string}`>(
  (value) => typeof value === 'string' && isSecretSource(value),
  'say where the secret stands: env:NAME or file:/path',
)
const Time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM'))
const Whole = (least: number) => v.pipe(v.number(), v.integer(), v.minValue(least))

/** What every channel has. Quiet hours and limits are the city's to set: no rule that we know of says them. */
const Common = {
  perDay: v.optional(Whole(1), 10),
  attempts: v.optional(Whole(1), 12),
  quiet: v.optional(v.nullable(v.strictObject({ from: Time, to: Time })), { from: '22:00', to: '08:00' }),
  // Shorter than a runner's hold on a job, so that nobody else takes it meanwhile.
  timeoutMs: v.optional(v.pipe(v.number(), v.minValue(100), v.maxValue(20_000)), 8000),
}

const Mail = v.strictObject({
  ...Common,
  kind: v.literal('smtp'),
  host: v.string(),
  port: v.optional(Whole(1), 465),
  /** TLS from the first byte; otherwise STARTTLS is demanded unless `plain` is set. */
  secure: v.optional(v.boolean(), true),
  /** For a relay on this machine only: no TLS at all. */
  plain: v.optional(v.boolean(), false),
  from: v.string(),
  user: v.optional(v.string()),
  password: v.optional(Secret),
})

const Template = v.strictObject({
  no: v.string(),
  /** The template's names → ours. */
  params: v.optional(v.record(v.string(), v.string()), {}),
})

const Sms = v.strictObject({
  ...Common,
  kind: v.literal('http'),
  url: v.pipe(v.string(), v.url()),
  /** Asked by POST with `refs` for what became of messages; without it `sent` is the last that is known. */
  reportsUrl: v.optional(v.pipe(v.string(), v.url())),
  keyId: v.string(),
  secret: Secret,
  /** The signature that stands before the text, as it was approved. */
  sign: v.string(),
  /** Whether the gateway takes a repeated `key` for the same message. */
  knowsKeys: v.optional(v.boolean(), false),
  codes: v.optional(
    v.strictObject({
      taken: v.optional(v.array(v.string()), ['OK']),
      busy: v.optional(v.array(v.string()), ['BUSY']),
    }),
    {},
  ),
  /** The approved templates, by language and kind of message. A kind without one is not sent. */
  templates: v.record(v.picklist(LANGS), v.record(v.string(), Template)),
})

const Config = v.strictObject({ mail: v.optional(Mail), sms: v.optional(Sms) })

export type MailConfig = v.InferOutput<typeof Mail>
export type SmsConfig = v.InferOutput<typeof Sms>

/**
 * How notices leave the portal: the file that `NOTICES_CONFIG` names (docs/notices.md); nothing without one.
 * @throws Error saying what is wrong with the file
 */
export function readNoticesConfig(file = process.env.NOTICES_CONFIG): v.InferOutput<typeof Config> {
  if (!file) return {}
  const read = v.safeParse(Config, JSON.parse(readFileSync(file, 'utf8')))
  if (read.success) return read.output
  throw new Error(
    read.issues.map((issue) => `${file}: ${v.getDotPath(issue) ?? ''} ${issue.message}`).join('\n'),
  )
}
