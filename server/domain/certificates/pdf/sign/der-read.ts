/** A value read from DER: its tag, what is in it, and the whole with tag and length. */
export interface Node {
  tag: number
  content: Buffer
  whole: Buffer
}

/** Reads the values that stand one after another in `bytes`; throws when they are not DER. */
export function readDer(bytes: Buffer): Node[] {
  const nodes: Node[] = []
  for (let at = 0; at < bytes.length;) {
    const node = readNode(bytes.subarray(at))
    nodes.push(node)
    at += node.whole.length
  }
  return nodes
}

/** Reads the first value of `bytes`; what follows it is left alone. */
export function readNode(bytes: Buffer): Node {
  const first = bytes.readUInt8(1)
  const more = first < 0x80 ? 0 : first & 0x7f
  if (more > 4 || first === 0x80) throw new RangeError('not DER')
  const length = more === 0 ? first : bytes.readUIntBE(2, more)
  const start = 2 + more
  if (start + length > bytes.length) throw new RangeError('DER ends too early')
  return {
    tag: bytes.readUInt8(0),
    content: bytes.subarray(start, start + length),
    whole: bytes.subarray(0, start + length),
  }
}

/** The values inside a value. */
export function children(node: Node | undefined): Node[] {
  return node ? readDer(node.content) : []
}
