/** Whether this browser asked for the elder mode (长者版). Its cookie is read on the server; the page says it to scripts. */
export function useElder(): boolean {
  if (import.meta.client) return document.documentElement.dataset.mode === 'elder'
  return /(?:^|; )yz_mode=elder(?:;|$)/.test(useRequestHeaders(['cookie']).cookie ?? '')
}
