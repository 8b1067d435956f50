/** The interface texts of one module in one language, by key. */
export type Messages = Record<string, string>
