/** People of the city who have nothing to do with the applicants: one more than may be tried a day. */
export const STRANGERS = [
  '349901197805029016',
  '349901198110119028',
  '349902197509099024',
  '349902197502089018',
  '349901200106069013',
  '349921198412029023',
]
