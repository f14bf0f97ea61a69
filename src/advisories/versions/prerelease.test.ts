import { expect, it } from 'vitest'
import { isPrerelease } from './prerelease.ts'

it.each([
  ['npm', '1.0.0-rc.1', true],
  ['npm', '1.0.0-0', true],
  ['npm', '1.0.0+build-5', false],
  ['Go', '0.0.0-20210101000000-bbbbbbbbbbbb', false],
  ['Go', '1.2.1-0.20210101000000-bbbbbbbbbbbb', false],
  ['Go', '3.0.0-alpha.1', true],
  ['Go', '3.2.0+incompatible', false],
  ['PyPI', '3.2rc1', true],
  ['PyPI', '1.0.dev3', true],
  ['PyPI', '1.0.post1', false],
  ['RubyGems', '7.0.0.rc2', true],
  ['RubyGems', '7.0.0.1', false],
  ['Packagist', '2.0.0-beta3', true],
  ['Packagist', '2.0.0-p1', false],
  ['Maven', '2.0-M1', true],
  ['Maven', '6.0.0.Beta1', true],
  ['Maven', '32.0.0-jre', false],
  ['Maven', '4.1.42.Final', false],
  ['NuGet', '5.0.0-preview.1', true],
  ['Alpine:v3.19', '1.2_alpha1-r0', false],
  ['Debian:12', '3.0.9-1~deb12u1', false],
])('tells of %s whether %s is made to be tried: %s', (ecosystem, version, expected) => {
  expect(isPrerelease(ecosystem, version)).toBe(expected)
})
