import { fail, succeed, type Result } from '../../../base/result.ts'
import { suggestion } from '../../nearest.ts'
import { misuse } from '../../usage.ts'
import { ECOSYSTEMS } from './sources.data.ts'

/** Ecosystems that somebody named, as OSV spells them: mirrors have folders of these names. Case does not matter. */
export function ecosystemsNamed(words: readonly string[]): Result<readonly string[]> {
  const found: string[] = []
  for (const word of words) {
    const name = ECOSYSTEMS.find((known) => known.toLowerCase() === word.toLowerCase())
    if (name === undefined) return fail(unknown(word))
    found.push(name)
  }
  return succeed([...new Set(found)])
}

function unknown(word: string) {
  return misuse(
    'db update',
    `OSV knows no ecosystem "${word}".`,
    `${suggestion(word, ECOSYSTEMS)}Such are npm, Go, PyPI, Maven, crates.io, Debian, Alpine.`,
  )
}
