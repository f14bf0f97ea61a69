import { describe, expect, it } from 'vitest'
import { readLockFile } from '../intake/lockfile/read-lock-file.ts'
import type { RepinEdit } from '../model/edit.ts'
import { packagesIn, type FoundPackage } from '../model/package.ts'
import { spotOf } from '../model/place.ts'
import type { Resource } from '../model/resource.ts'
import { repin, repinned } from './repin.ts'

const POM = `<project>
  <properties><web.version>1.0</web.version></properties>
  <dependencies>
    <dependency><groupId>a</groupId><artifactId>a-1.0</artifactId><version>1.0</version></dependency>
    <dependency><groupId>b</groupId><artifactId>b</artifactId><version>\${web.version}</version></dependency>
  </dependencies>
</project>
`

describe('a version of a package', () => {
  it.each([
    [
      'of a requirement',
      'requirements.txt',
      'left[fast]==1.0 # 1.0\n',
      'left[fast]==1.0.2 # 1.0\n',
    ],
    [
      'of a Go module, behind its v',
      'go.mod',
      'module x\nrequire left v1.0 // indirect\n',
      'module x\nrequire left v1.0.2 // indirect\n',
    ],
    [
      'of a Maven dependency whose name has it, too',
      'pom.xml',
      POM,
      POM.replace('<version>1.0<', '<version>1.0.2<'),
    ],
  ])('%s is changed where it stands', (_, name, before, after) => {
    const file = read(name, before)
    const { text, refused } = repin(file.document.source, edits(file).slice(0, 1))
    expect({ text, refused }).toEqual({ text: after, refused: [] })
  })

  it('that a property gives is not there to be changed', () => {
    const file = read('pom.xml', POM)
    const { text, refused } = repin(file.document.source, edits(file).slice(1))
    expect(text).toBe(POM)
    expect(refused.map(({ code, at }) => `${code} ${at}`)).toEqual(['FIX_REFUSED pom.xml:5:5'])
  })
})

it('leaves the rest of a lock file where it stands', () => {
  const before = 'left==1.0\nright==1.0\nlast==1.0\n'
  const file = read('requirements.txt', before)
  const made = edits(file).slice(0, 2)
  const source = { file: 'requirements.txt', text: repin(file.document.source, made).text }
  const after = packagesIn(repinned(file, source, made)).map(toldOf)
  expect(after).toEqual(packagesIn(read('requirements.txt', source.text)).map(toldOf))
  expect(after).toEqual(['left 1.0.2 at 1:0-11', 'right 1.0.2 at 2:12-24', 'last 1.0 at 3:25-34'])
})

function read(file: string, text: string): Resource {
  const { resource } = readLockFile({ source: { file, text }, beside: () => undefined })
  if (resource === undefined) throw new Error(`${file} is no lock file.`)
  return resource
}

function edits(file: Resource): readonly RepinEdit[] {
  return packagesIn(file).map(({ place }) => ({ kind: 'repin', place, from: '1.0', to: '1.0.2' }))
}

function toldOf({ name, version, place }: FoundPackage): string {
  const { line, start, end } = spotOf(place)
  return `${name} ${version} at ${line}:${start}-${end}`
}
