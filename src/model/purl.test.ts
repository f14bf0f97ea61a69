import { describe, expect, it } from 'vitest'
import { packageOf, purlOf, readPurl } from './purl.ts'

describe('a package URL', () => {
  it.each([
    {
      ecosystem: 'npm',
      name: '@scope/name',
      version: '1.0.0',
      purl: 'pkg:npm/%40scope/name@1.0.0',
    },
    { ecosystem: 'Maven', name: 'org.a:b', version: '1', purl: 'pkg:maven/org.a/b@1' },
    { ecosystem: 'Go', name: 'k8s.io/api', version: undefined, purl: 'pkg:golang/k8s.io/api' },
    { ecosystem: 'Alpine', name: 'musl', version: '1.2-r0', purl: 'pkg:apk/alpine/musl@1.2-r0' },
    {
      ecosystem: 'Alpine:v3.19',
      name: 'musl',
      version: undefined,
      purl: 'pkg:apk/alpine/musl?distro=alpine-3.19',
    },
    {
      ecosystem: 'Ubuntu:22.04:LTS',
      name: 'a',
      version: '1',
      purl: 'pkg:deb/ubuntu/a@1?distro=ubuntu-22.04',
    },
    {
      ecosystem: 'Rocky Linux:9',
      name: 'a',
      version: '1',
      purl: 'pkg:rpm/rocky/a@1?distro=rocky-9',
    },
  ])('$purl is written and read back', ({ purl, ...named }) => {
    expect(purlOf(named)).toBe(purl)
    const read = readPurl(purl)
    expect(read && packageOf(read)).toEqual(named)
  })

  it('names a distribution with its release, and the source package', () => {
    const read = (text: string): unknown => {
      const purl = readPurl(text)
      return purl && packageOf(purl)
    }
    expect(
      read('pkg:deb/debian/libssl3@3.0.1?arch=amd64&distro=debian-12.4&upstream=openssl'),
    ).toEqual({ ecosystem: 'Debian:12', name: 'openssl', version: '3.0.1' })
    expect(read('pkg:deb/ubuntu/a@1?distro=ubuntu-22.04')).toMatchObject({
      ecosystem: 'Ubuntu:22.04:LTS',
    })
    expect(read('pkg:apk/alpine/a@1?distro=alpine-3.19.1')).toMatchObject({
      ecosystem: 'Alpine:v3.19',
    })
  })

  it.each(['', 'npm/a', 'pkg:npm', 'pkg:', `pkg:npm/${'a'.repeat(5000)}`])('is not %s', (text) => {
    expect(readPurl(text)).toBeUndefined()
  })

  it('may hold a percent sign that encodes nothing', () => {
    expect(readPurl('pkg:npm/a%@1')?.name).toBe('a%')
  })
})
