/** A source of numbers in [0, 1) that gives the same row for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

// What breaks readers: indicators, odd white space, tags, anchors, numbers at the edge, names with a meaning to JavaScript.
const MORSELS = [
  '\t',
  '\r',
  '\r\n',
  '\0',
  '\u0085',
  '\u2028',
  '\uFEFF',
  '\u202E',
  '  ',
  ': ',
  '- ',
  '? ',
  '# ',
  '|',
  '>-',
  '|2+',
  "'",
  '"',
  '\\',
  '\\u',
  '[',
  ']',
  '{',
  '}',
  ',',
  '&a ',
  '*a',
  '<<: *a',
  '!!binary ',
  '!x ',
  '%YAML 1.1\n',
  '---\n',
  '...\n',
  '{{ .Values.x }}',
  '${X}',
  'yes',
  '~',
  'null',
  '0o17',
  '017',
  '1_000',
  '.nan',
  '1e999',
  '-0',
  '99999999999999999999',
  '__proto__: ',
  'constructor: ',
  'kind: Pod\n',
  'items:\n- ',
  '\ud800',
  '😀',
  'a: a: a',
  '[[[[',
  '{{{{',
  '- - - -',
] as const

const MOST_CHANGES = 6
const LONGEST = 20_000

/** A text made of one or two seeds by a few random changes: pieces cut, doubled, moved, swapped for morsels. */
export function mutate(seeds: readonly string[], random: () => number): string {
  const pick = (count: number): number => Math.floor(random() * count)
  let text = seeds[pick(seeds.length)] ?? ''
  for (let change = 1 + pick(MOST_CHANGES); change > 0; change--) {
    const at = pick(text.length + 1)
    const length = pick(random() < 0.2 ? 400 : 12)
    const before = text.slice(0, at)
    const after = text.slice(at)
    switch (pick(6)) {
      case 0:
        text = before + after.slice(length)
        break
      case 1:
        text = before + (MORSELS[pick(MORSELS.length)] ?? '') + after
        break
      case 2:
        text = before + after.slice(0, length) + after
        break
      case 3:
        text = before + String.fromCharCode(pick(256)) + after.slice(1)
        break
      case 4:
        text = before + (seeds[pick(seeds.length)] ?? '').slice(pick(200), 400) + after
        break
      default:
        text = after + before
    }
  }
  return text.slice(0, LONGEST)
}
