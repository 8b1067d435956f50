import { blind } from '#db'
import { wordsOf } from '#db/city/generate/draw.ts'
import { seal } from '#db/sealed.ts'
import type { people } from '#db/schema/identity.ts'
import { addDays } from '#shared/calendar/day.ts'
import { residentIdCheckDigit } from '#shared/elements/types/resident-id.ts'
import type { Stored } from './bulk.ts'
import { drawOf, SEED } from './draw.ts'

/** So many different names there are. */
const NAMES = 4096

/** A district that no other of the demo's people comes from. */
const DISTRICT = '349998'
const FIRST_BIRTHDAY = '1940-01-01'
const BIRTHDAYS = 24_000

/** The residents of a big city, each worked out from their place in the list: none of them is kept. */
export interface People {
  count: number
  id(place: number): string
  name(place: number): string
  /** The name as it is stored. */
  sealedName(place: number): Buffer
  residentId(place: number): string
  row(place: number, createdAt: number): Stored<typeof people>
}

export function peopleOf(count: number): People {
  const draw = drawOf(SEED)
  const given = [...wordsOf('male'), ...wordsOf('female')]
  const names = Array.from({ length: NAMES }, () => draw.pick(wordsOf('surnames')) + draw.pick(given))
  const sealed = names.map((name) => seal(name))
  const nameAt = (place: number) => mixed(place, 1) % NAMES
  const birthdays = Array.from({ length: BIRTHDAYS }, (_, i) =>
    addDays(FIRST_BIRTHDAY, i).replaceAll('-', ''),
  )

  function residentId(place: number): string {
    const order = String(Math.floor(place / BIRTHDAYS) % 1000).padStart(3, '0')
    const first17 = `${DISTRICT}${birthdays[place % BIRTHDAYS]}${order}`
    return first17 + residentIdCheckDigit(first17)
  }

  const people: People = {
    count,
    id: (place) => [2, 3, 4, 5].map((salt) => mixed(place, salt).toString(16).padStart(8, '0')).join(''),
    name: (place) => names[nameAt(place)] ?? '',
    sealedName: (place) => sealed[nameAt(place)] ?? Buffer.alloc(0),
    residentId,
    row: (place, createdAt) => ({
      id: people.id(place),
      name: people.sealedName(place),
      residentId: residentId(place),
      residentIdBlind: blind(residentId(place)),
      phone: `1400${String(place % 10 ** 7).padStart(7, '0')}`,
      createdAt,
    }),
  }
  return people
}

/** 32 bits that look like chance and are always the same for the same numbers (the end of MurmurHash3). */
function mixed(place: number, salt: number): number {
  let hash = Math.imul(place + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
