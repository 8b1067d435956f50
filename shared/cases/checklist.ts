/** How a material came: as files, signed on the page, promised for later, given by a register or a certificate. */
export type MaterialCame = 'handedIn' | 'signed' | 'later' | 'shared' | 'nothing'

/** What is looked at when an item is taken in at the counter. */
export interface ChecklistView {
  /** The case item's id. */
  item: string
  name: string
  materials: {
    code: string
    name: string
    checkpoints: string[]
    files: { name: string; fileId: string }[]
    came: MaterialCame
  }[]
}
