import { chromium, type Browser, type Page } from '@playwright/test'
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawCertificate } from '../../../server/domain/certificates/pdf/certificate.ts'
import { inkInBrowser, inkOf, loadFonts, printed, type PrintedPage } from '../../support/ink.ts'
import { certificateWith } from '../../unit/certificates/papers.ts'

const BROWSERS = [chromium.executablePath(), '/usr/bin/chromium', '/usr/bin/google-chrome']
const SIZE_PT = 14.5
const ALLOWED = 0.2

const VALUES = {
  uyghur: '阿卜杜热西提·买买提',
  extensionB: '𠮷田',
  extensionA: '㛃㵑',
  zeros: '欧阳〇〇',
  newest: '𬭩𫟹𬺓',
  long: '买买提·阿不都·热合曼·吐尔逊·艾合买提',
  latin: 'Muhammad Abdul-Rahman',
  marks: '云溪市（清河区）“一站”、《办法》：20％；',
}

let browser: Browser
let page: Page
let certificate: PrintedPage

beforeAll(async () => {
  certificate = printed(await drawCertificate(certificateWith(VALUES)))
  browser = await chromium.launch({
    executablePath: BROWSERS.find((path) => existsSync(path)),
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'].concat([
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ]),
  })
  page = await browser.newPage()
  await loadFonts(page)
})

afterAll(() => browser.close())

describe('the ink of a printed certificate', () => {
  it.each(Object.values(VALUES))('of %s is that of the same words in a browser', async (value) => {
    const share = inkOf(certificate, value) / (await inkInBrowser(page, value, SIZE_PT))
    expect(share).toBeGreaterThan(1 - ALLOWED)
    expect(share).toBeLessThan(1 + ALLOWED)
  })
})
