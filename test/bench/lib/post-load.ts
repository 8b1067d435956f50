import autocannon from 'autocannon'

/*
 * In a process of its own: posts forms, each connection its own list of addresses, over and over or once.
 * Standard input: an Order. Standard output: { total, seconds }.
 */

interface Order {
  url: string
  cookie: string
  seconds?: number
  /** Every address once, instead of for some seconds. */
  once?: boolean
  /** For each connection what it posts, one after the other. */
  lists: { path: string; body: string }[][]
}

const chunks: Buffer[] = []
for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
const order: Order = JSON.parse(Buffer.concat(chunks).toString('utf8'))

const headers = {
  accept: 'text/html',
  'content-type': 'application/x-www-form-urlencoded',
  cookie: order.cookie,
  origin: order.url,
}

let next = 0
let other = 0
let answered = 0
let last = 0
const amount = order.lists.reduce((sum, list) => sum + list.length, 0)
const from = performance.now()
const result = await autocannon({
  url: order.url,
  connections: order.lists.length,
  ...(order.once ? { amount } : { duration: order.seconds ?? 3 }),
  setupClient(client) {
    const list = order.lists[next++ % order.lists.length] ?? []
    client.setRequests(list.map(({ path, body }) => ({ method: 'POST', path, body, headers })))
    client.on('response', (statusCode) => {
      if (statusCode !== 303) other += 1
      answered += 1
      last = performance.now()
    })
  },
})
if (result.errors > 0 || other > 0)
  throw new Error(`${result.errors} errors, ${other} answers that lead nowhere`)
// autocannon itself only looks once a second whether all is done.
console.log(JSON.stringify({ total: answered, seconds: (last - from) / 1000 }))
