/**
 * The address of a page for paper: without navigation, everything opened. The layout of public pages draws it.
 * @param path of the page, without language
 */
export function usePrintView(path: string): string {
  return `${useLink()(path)}?print=1`
}
