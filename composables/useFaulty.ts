import type { Ref } from 'vue'

/** Whether something on this page must be put right; then its title says so first. Forms set it. */
export function useFaulty(): Ref<boolean> {
  return useState('faulty', () => false)
}
