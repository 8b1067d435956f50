import type { CatalogPackage } from '#shared/catalog/package.ts'
import type { Text } from '#shared/text.ts'

/** A text in both languages. */
export function both(zh: string, en: string): Text {
  return { zh, en }
}

/** A whole new life event, as an officer writes it: with an element, a material, two items, one of them chosen. */
export function beekeeping(): Required<Pick<CatalogPackage, 'element' | 'material' | 'item' | 'lifeEvent'>> {
  return {
    element: [
      {
        code: 'situation.sellsHoney',
        type: 'yesNo',
        label: both('是否出售蜂蜜', 'Sells honey'),
        sensitivity: 'open',
      },
      {
        code: 'bees.hives',
        type: 'integer',
        label: both('蜂箱数量', 'Number of hives'),
        sensitivity: 'open',
        min: 1,
        max: 500,
      },
    ],
    material: [
      {
        code: 'hive-photo',
        name: both('蜂箱照片', 'Photo of the hives'),
        exemptBy: [],
        accept: ['jpg', 'png'],
        maxBytes: 5_000_000,
      },
    ],
    item: [
      item('bee-registration', '养蜂登记', 'Registration of bees', '002012001000', ['bees.hives']),
      item('honey-selling', '蜂蜜销售备案', 'Filing of honey sales', '002012002000', ['applicant.phone']),
    ],
    lifeEvent: [
      {
        code: 'beekeeping',
        title: both('养蜂', 'Keeping bees'),
        name: both('养蜂一件事', 'Beekeeping'),
        summary: both(
          '登记蜂箱，想卖蜂蜜的一并备案。',
          'Register hives, and file honey sales along with it.',
        ),
        aliases: [both('蜜蜂', 'bees')],
        audience: 'person',
        who: both('在本市养蜂的人', 'Anyone who keeps bees in the city'),
        department: 'service-center',
        eligibility: [],
        situations: [
          {
            element: 'situation.sellsHoney',
            question: both('您打算出售蜂蜜吗？', 'Do you want to sell honey?'),
          },
        ],
        items: [
          { item: 'bee-registration', prerequisites: [] },
          {
            item: 'honey-selling',
            include: { element: 'situation.sellsHoney', is: true },
            prerequisites: ['bee-registration'],
          },
        ],
        lookups: [],
        pages: [
          {
            code: 'bees',
            title: both('蜂箱', 'Hives'),
            elements: ['bees.hives', 'applicant.phone'],
          },
        ],
        promisedDays: 6,
        promiseNote: both('从受理算起', 'Counted from acceptance'),
        faqs: [],
        verified: [],
        unverified: [],
      },
    ],
  }
}

function item(
  code: string,
  zh: string,
  en: string,
  catalogCode: string,
  needs: string[],
): NonNullable<CatalogPackage['item']>[number] {
  return {
    code,
    catalogCode,
    taskCode: `1234990048580013683${catalogCode}`,
    name: both(zh, en),
    summary: both(`办好${zh}。`, `${en}.`),
    type: 'public-service',
    department: 'service-center',
    conditions: [],
    basis: [],
    legalDays: 10,
    promisedDays: 3,
    service: {
      serveTo: ['person'],
      channels: ['online'],
      depth: 4,
      mobile: true,
      scope: 'city',
      scopeMode: 'online',
      halls: [],
      powerSource: 'own',
      acceptDays: 2,
      deliverDays: 1,
    },
    fees: null,
    trips: { alone: 0, bundled: 0 },
    needs: needs.map((element) => ({ element })),
    materials: code === 'bee-registration' ? ['hive-photo'] : [],
    result: { name: both(`${zh}记录`, `Record of ${en}`) },
    checkpoints: [],
    remedy: both('可以申请行政复议。', 'You may ask for administrative reconsideration.'),
    faqs: [],
  }
}
