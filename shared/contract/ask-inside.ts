import type { Lang } from '../text.ts'

/** Asks one of our own endpoints for a page that the server draws, as whoever asks for the page. */
export type AskInside = (address: string, lang: Lang) => Promise<{ status: number; text: string }>
