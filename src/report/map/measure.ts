/** How a text is set: its size in pixels, and how much wider than plain type it runs. */
export interface Type {
  readonly size: number
  readonly stretch: number
}

/** The types of a drawn map. */
export const TYPES = {
  title: { size: 14, stretch: 1.1 },
  plain: { size: 12, stretch: 1.06 },
  marks: { size: 12, stretch: 1.14 },
  heading: { size: 20, stretch: 1.05 },
} as const satisfies Readonly<Record<string, Type>>

/**
 * How wide a text will be, at most nearly so: whoever draws has other fonts than whoever looks, so the widths are those
 * of DejaVu Sans, the widest in use.
 */
export function widthOf(text: string, { size, stretch }: Type): number {
  let ems = 0
  for (const character of text) ems += emsOf(character)
  return ems * size * stretch
}

function emsOf(character: string): number {
  if (/[iljtfrI.,:;'|!()[\]\s/-]/.test(character)) return 0.34
  if (/[mwMW@%\u2014]/.test(character)) return 0.92
  if (/[A-Z]/.test(character)) return 0.68
  if (/[ -~]/.test(character)) return 0.575
  if (/\p{M}/u.test(character)) return 0
  return /[\u1100-\uffdc\u{1f000}-\u{3fffd}]/u.test(character) ? 1.1 : 0.72
}

/** `text` cut to a width; a mark stands for what is missing. */
export function fitTo(text: string, width: number, type: Type): string {
  if (widthOf(text, type) <= width) return text
  const room = width - widthOf('…', type)
  let kept = ''
  let taken = 0
  for (const character of text) {
    taken += widthOf(character, type)
    if (taken > room) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}

/** Joins parts into lines of a width; a part is never broken. */
export function flowTo(
  parts: readonly string[],
  joint: string,
  width: number,
  type: Type,
): readonly (readonly string[])[] {
  const lines: string[][] = []
  let taken = 0
  for (const part of parts) {
    const needs = widthOf(part, type)
    const line = lines.at(-1)
    if (line !== undefined && taken + widthOf(joint, type) + needs <= width) {
      line.push(part)
      taken += widthOf(joint, type) + needs
    } else {
      lines.push([part])
      taken = needs
    }
  }
  return lines
}

/** Breaks prose of our own into lines of a width. */
export function wrapTo(prose: string, width: number, type: Type): readonly string[] {
  return flowTo(prose.split(' '), ' ', width, type).map((words) => words.join(' '))
}
