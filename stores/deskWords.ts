import { useSessionStorage } from '@vueuse/core'
import { defineStore } from 'pinia'

/**
 * Words a member of staff has typed and not sent yet, by work item. They outlive a reload, an expired session and a
 * dropped connection in this tab, and are gone when it is closed.
 */
export const useDeskWords = defineStore('desk words', () => {
  const words = useSessionStorage<Record<string, string>>('desk-words', {})

  function keep(item: string, text: string): void {
    const { [item]: _before, ...others } = words.value
    words.value = text.trim() ? { ...others, [item]: text } : others
  }

  return { words, keep }
})
