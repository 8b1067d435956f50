import { bundle } from '../support/published.ts'
import { fullestAnswers } from '../support/walks.ts'
import { personOf } from './support/city.ts'
import { EventWalk } from './support/event-walk.ts'
import { expect, test } from './support/test.ts'

/** Words and signs that have no place where somebody has died. */
const CHEERFUL = /恭喜|祝贺|太好了|欢迎|高兴|喜|[！!🎉✓]|评价|打分|满意/u

const [widow, daughter] = [personOf('widow'), personOf('daughter')]
const HEIR_SHARES = [
  { ...widow, relation: 'spouse', share: '40', phone: '14009200002' },
  { ...daughter, relation: 'child', share: '30', phone: '14009200004' },
]

const ANSWERS = {
  ...fullestAnswers(bundle('bereavement')),
  'deceased.relation': 'child',
  'deceased.name': '方守仁',
  'deceased.residentId': '349901195003129016',
  'situation.heirs': 'agreed',
  'applicant.heirShare': '30',
  heirs: HEIR_SHARES.map(({ name, residentId, phone, relation, share }) => ({
    'heir.name': name,
    'heir.residentId': residentId,
    'heir.phone': phone,
    'heir.relation': relation,
    'heir.share': share,
  })),
}

test('a son settles his father’s affairs: two heirs agree, and no page has a cheerful word', async ({
  as,
}) => {
  const page = await as('son')
  const said: string[] = []
  page.on('load', async () =>
    said.push(
      (await page
        .locator('main')
        .textContent()
        .catch(() => '')) ?? '',
    ),
  )
  const walk = new EventWalk(page, personOf('son').name, ANSWERS)
  await walk.findOut('bereavement')
  await walk.begin()
  await walk.walk()
  expect((await walk.agreements()).map(({ name }) => name)).toEqual([widow.name, daughter.name])
  await walk.letAllAgree(as)
  const no = await walk.application.send()
  await page.goto('/my')
  await page.goto(`/cases/${no}`)

  expect(said.length).toBeGreaterThan(10)
  for (const text of said) expect(text).not.toMatch(CHEERFUL)
  await expect(page.locator('main a[href^="/ratings/"]')).toHaveCount(0)
})
