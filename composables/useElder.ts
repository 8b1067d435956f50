/** Whether this browser asked for the elder mode (长者版). */
export function useElder(): boolean {
  return useCookie('yz_mode').value === 'elder'
}
