import { posix } from 'node:path'
import { yamlText } from '../formats/yaml-text.ts'
import { base64, strval } from '../functions/convert.ts'
import { matchFrom, patternOf } from '../regex/match.ts'
import { textOfBytes } from '../template/bytes.ts'
import { addMethods, method } from '../template/methods.ts'
import { sortedKeys, type Dict, type Method, type Value } from '../template/value.ts'
import type { ChartFile } from './chart-file.ts'
import { globPattern } from './glob.ts'

/** `.Files`: what a chart holds besides its templates, by path, with Helm's methods. */
export function filesOf(files: readonly ChartFile[]): Dict {
  return withMethods(new Map(files.map(({ path, bytes }) => [path, textOfBytes(bytes)])))
}

function withMethods(files: Dict): Dict {
  const get = method(1, ([path = null]) => textIn(files, path))
  return addMethods(
    files,
    new Map<string, Method>([
      ['Get', get],
      ['GetBytes', get],
      ['Glob', method(1, ([glob = null]) => globbed(files, strval(glob)))],
      ['Lines', method(1, ([path = null]) => linesOf(textIn(files, path)))],
      ['AsConfig', method(0, () => flat(files, (text) => text))],
      ['AsSecrets', method(0, () => flat(files, base64))],
    ]),
  )
}

function textIn(files: Dict, path: Value): string {
  const text = typeof path === 'string' ? files.get(path) : undefined
  return typeof text === 'string' ? text : ''
}

function globbed(files: Dict, glob: string): Dict {
  const pattern = patternOf(globPattern(glob, { hasStars: true }))
  const found = [...files].filter(([path]) => matchFrom(pattern, path, 0) !== undefined)
  return withMethods(new Map(found))
}

function linesOf(text: string): readonly string[] {
  if (text === '') return []
  return text.replace(/\n$/, '').split('\n')
}

// Folders fall away, as keys of a ConfigMap have none.
function flat(files: Dict, encode: (text: string) => string): string {
  const members: Dict = new Map()
  for (const path of sortedKeys(files))
    members.set(posix.basename(path), encode(textIn(files, path)))
  return files.size === 0 ? '{}' : yamlText(members, undefined).text
}
