/** Pages that are the same for everybody: no script of the framework, answered from memory. */
const READING = [
  /^\/$/,
  /^\/events\/[\w-]+$/,
  /^\/items\/[\w-]+$/,
  /^\/divisions(\/\d+)?$/,
  /^\/policies(\/[\w-]+)?$/,
  /^\/halls(\/[\w-]+)?$/,
  /^\/hotline$/,
  /^\/about(\/(?!design)[\w-]+)?$/,
]

/** Whether a path (without query, in either language) is a reading page. */
export function isReadingPage(path: string): boolean {
  const plain = path === '/en' ? '/' : path.startsWith('/en/') ? path.slice(3) : path
  return READING.some((pattern) => pattern.test(plain))
}
