/**
 * The server's time, epoch milliseconds: when it drew the page, and what has passed since. The browser's own clock may
 * be wrong, and what it judges by the day must be judged as the server does.
 */
export function useNow(): () => number {
  const clock: (() => number) | undefined = import.meta.server ? useRequestEvent()?.context.now : undefined
  const drawn = useState('now', clock ?? Date.now).value
  const from = Date.now()
  return () => drawn + Date.now() - from
}
