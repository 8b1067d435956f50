import { expect, type Page } from '@playwright/test'
import { press } from './desk.ts'

export const COMPLAINT = '小区东门外的路灯坏了三天，晚上很黑，老人走路不安全，请尽快修好。'
export const REPLY = '维修队今天上午已更换灯泡和线路，路灯恢复照明，感谢您的提醒。'

/** Files a complaint about the street. Answers its number. */
export async function fileComplaint(page: Page, text = COMPLAINT): Promise<string> {
  await page.goto('/hotline')
  await page.locator('main a[href="/hotline/new"]').click()
  await page.locator('[name=kind][value=complaint]').check()
  await page.locator('[name=category]').selectOption('street-cleaning')
  await page.locator('[name=text]').fill(text)
  await page.locator('[name=place]').fill('清河区临溪街道湖滨路')
  await page.locator('[name=secret][value=no]').check()
  await page.locator('form[action="/api/tickets"] .actions button').click()
  await expect(page).toHaveURL(/\/hotline\/[A-Z\d]+/)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** The hotline's agent hands a ticket to the department that its category suggests. */
export async function dispatch(agent: Page, no: string): Promise<void> {
  await agent.goto(`/desk/tickets/${no}`)
  await expect(agent.locator('[name=department]')).toHaveValue('urban-management')
  await press(agent, '/dispatch')
}

/** The department signs for a ticket and answers. */
export async function signAndReply(department: Page, no: string): Promise<void> {
  await department.goto(`/desk/tickets/${no}`)
  await press(department, '/sign')
  await department.locator('form[action$="/reply"] [name=note]').fill(REPLY)
  await press(department, '/reply')
}

/** The caller answers the three questions. */
export async function answerCallBack(page: Page, no: string): Promise<void> {
  await page.goto(`/hotline/${no}`)
  await page.locator('[name=contacted][value=yes]').check()
  await page.locator('[name=solved][value=yes]').check()
  await page.locator('[name=satisfied][value="5"]').check()
  await page.locator('form[action$="/call-back"] .actions button').click()
  await expect(page).toHaveURL(new RegExp(`/hotline/${no}`))
}
