import 'vitest'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the server tests get their databases from. */
    databases:
      | { engine: 'sqlite'; template: string; folder: string }
      | { engine: 'postgres'; template: string; url: string }
  }
}
