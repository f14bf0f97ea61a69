/** A setting of a unit: `name=value` under a section. The value is the text from `start` to `end`, broken lines and all. */
export interface UnitSetting {
  readonly section: string
  readonly name: string
  readonly nameAt: number
  readonly start: number
  readonly end: number
}

/** The settings of a unit in the order of the text. A backslash at the end of a line goes on in the next. O(text). */
export function unitSettings(text: string): readonly UnitSetting[] {
  const settings: UnitSetting[] = []
  let section = ''
  for (let at = 0; at < text.length;) {
    const end = logicalEnd(text, at)
    const line = text.slice(at, end)
    const heading = /^[ \t]*\[([^\]\n]+)\][ \t\r]*$/.exec(line)
    const setting = /^[ \t]*([A-Za-z][\w-]*)[ \t]*=[ \t]*/.exec(line)
    if (heading !== null) section = heading[1] ?? ''
    else if (setting !== null) {
      const [head, name = ''] = setting
      const start = at + head.length
      const nameAt = at + line.indexOf(name)
      settings.push({ section, name, nameAt, start, end: Math.max(start, trimmedEnd(text, end)) })
    }
    at = end + 1
  }
  return settings
}

function trimmedEnd(text: string, end: number): number {
  let at = end
  while (/\s/.test(text[at - 1] ?? '')) at--
  return at
}

// Comments cannot be continued, and one between the lines of a value does not end it.
function logicalEnd(text: string, start: number): number {
  let end = lineEnd(text, start)
  if (isComment(text, start)) return end
  while (end < text.length && isContinued(text, end)) {
    let next = end + 1
    while (next < text.length && isComment(text, next)) next = lineEnd(text, next) + 1
    end = lineEnd(text, next)
  }
  return end
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start)
  return end === -1 ? text.length : end
}

function isContinued(text: string, end: number): boolean {
  return text[end - 1] === '\\' || (text[end - 1] === '\r' && text[end - 2] === '\\')
}

function isComment(text: string, start: number): boolean {
  let at = start
  while (text[at] === ' ' || text[at] === '\t') at++
  return text[at] === '#' || text[at] === ';'
}
