import * as v from 'valibot'

const Line = (max: number) => v.optional(v.pipe(v.string(), v.trim(), v.maxLength(max, 'too_long_text')))

/** The signer's name and the strokes, as one field posts them. */
const Signature = v.pipe(
  v.optional(v.array(v.pipe(v.string(), v.maxLength(4000, 'signature_drawing'))), []),
  v.transform(([name = '', drawn = '']) => ({ name: name.trim(), drawn })),
)

/** How a result is handed over at the counter: who takes it, and how both sign. */
export const HandingFields = {
  /** On the second screen and here, both here, or the printed record by hand. */
  signing: v.optional(v.picklist(['screen', 'here', 'paper'], 'delivery_signing')),
  receivedBy: v.optional(v.picklist(['applicant', 'agent'], 'missing')),
  receiver: Line(60),
  receiverId: Line(24),
  /** A mandate in writing was shown and checked. */
  mandate: v.optional(v.string()),
  receiverSign: Signature,
  clerkSign: Signature,
}
