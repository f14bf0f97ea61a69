import { execFileSync } from 'node:child_process'
import { symlinkSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  configMap,
  coverageIn,
  estateIn,
  faultsIn,
  objectsIn,
  writeFiles,
  type Files,
} from './estate.testing.ts'

const DEPTH = 10_000
const TINY = 3000

it.runIf(process.platform !== 'win32')(
  'reads a hostile folder to its end, and tells all that is wrong',
  () => {
    const folder = writeFiles({
      ...tinyFiles(),
      'bomb.yaml': `${configMap('bomb')}data:\n  a: &a x\n${bomb()}`,
      'broken.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: "\n',
      'columns.yaml': `${configMap('columns')}data:\n${Array.from({ length: DEPTH }, (_, at) => `${' '.repeat(at + 1)}a:\n`).join('')}`,
      'deep.json': `{"apiVersion": "v1", "kind": "ConfigMap", "data": ${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}}`,
      'huge.yaml': configMap('huge'),
      'image.yaml': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      'template.yaml': configMap('{{ .Values.name }}'),
    })
    truncateSync(join(folder, 'huge.yaml'), 100 * 1024 * 1024)
    execFileSync('mkfifo', [join(folder, 'pipe.yaml')])
    symlinkSync('/etc', join(folder, 'out'))
    symlinkSync('.', join(folder, 'round'))
    symlinkSync('one.yaml', join(folder, 'other.yaml'))
    symlinkSync('other.yaml', join(folder, 'one.yaml'))

    const estate = estateIn(folder)
    expect(faultsIn(estate).map((fault) => fault.replace(/:.*/, ''))).toEqual([
      'INTAKE_UNREADABLE pipe.yaml',
      'INTAKE_UNREADABLE one.yaml',
      'INTAKE_UNREADABLE other.yaml',
      'INTAKE_OUTSIDE_ROOT out',
      'INTAKE_ALIASES bomb.yaml',
      'INTAKE_YAML broken.yaml',
      'INTAKE_TOO_DEEP columns.yaml',
      'INTAKE_TOO_DEEP deep.json',
      'INTAKE_TOO_LARGE huge.yaml',
      'INTAKE_BINARY image.yaml',
      'INTAKE_TEMPLATE template.yaml',
    ])
    expect(objectsIn(estate)).toHaveLength(TINY)
    expect(coverageIn(estate)).toBe(
      `files ${TINY + 5}/${TINY + 11}, documents ${TINY}/${TINY + 5}, objects ${TINY}/${TINY}`,
    )
  },
)

function tinyFiles(): Files {
  const numbers = Array.from({ length: TINY }, (_, index) => index)
  return Object.fromEntries(
    numbers.map((number) => [`tiny/${number % 30}/${number}.yaml`, configMap(`n${number}`)]),
  )
}

function bomb(): string {
  const names = [...'abcdefghi']
  return names
    .slice(1)
    .map((name, index) => {
      const before = `*${names[index] ?? ''}`
      return `  ${name}: &${name} [${Array.from({ length: 9 }, () => before).join(', ')}]\n`
    })
    .join('')
}
