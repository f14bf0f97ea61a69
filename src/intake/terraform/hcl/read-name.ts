import { cursor, refuseHcl } from './cursor.ts'

const START = 1
const LATER = 2
const ASCII = asciiClasses()

const ANY_START = /\p{ID_Start}/u
const ANY_LATER = /\p{ID_Continue}/u

/** Whether a name may begin with the character at `at`. */
export function beginsName(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128) return ASCII[code] === START
  return ANY_START.test(String.fromCodePoint(text.codePointAt(at) ?? 0))
}

/** Whether a name that reaches up to `at` goes on there. */
export function continuesName(text: string, at: number): boolean {
  return nameEnd(text, at) !== at
}

/** The name at the cursor, which moves behind it; gives up where none stands. */
export function readName(what: string): string {
  const { text, at } = cursor
  if (!beginsName(text, at)) refuseHcl(at, `Here ${what} should stand.`, 'Write a name.')
  const end = nameEnd(text, at)
  cursor.at = end
  return text.slice(at, end)
}

function nameEnd(text: string, from: number): number {
  let at = from
  for (;;) {
    const code = text.charCodeAt(at)
    if (code < 128) {
      if (ASCII[code] === 0) return at
      at++
    } else {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
      if (at >= text.length || !ANY_LATER.test(character)) return at
      at += character.length
    }
  }
}

function asciiClasses(): Uint8Array {
  const classes = new Uint8Array(128)
  for (let code = 0; code < 128; code++) {
    const character = String.fromCharCode(code)
    if (/[A-Za-z_]/.test(character)) classes[code] = START
    else if (/[\d-]/.test(character)) classes[code] = LATER
  }
  return classes
}
