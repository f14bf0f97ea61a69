import { describe, expect, it } from 'vitest'
import { isAllowed, regionIn } from './region.ts'

describe('regions', () => {
  it.each([
    ['eu-west-3', 'eu-west-3'],
    ['eu-west-3a', 'eu-west-3'],
    ['europe-west1-b', 'europe-west1'],
    ['fr-par-1', 'fr-par'],
    ['orders.c1a2.us-east-1.rds.amazonaws.com', 'us-east-1'],
    ['shop.westeurope.cloudapp.azure.com', 'westeurope'],
    ['somewhere', undefined],
    [7, undefined],
  ])('finds in %s the region %s', (text, region) => {
    expect(regionIn(text)).toBe(region)
  })

  it.each([
    ['eu-west-3', 'EU', true],
    ['us-east-1', 'EU', false],
    ['eu-west-2', 'EEA', false],
    ['europe-west6', 'EU', false],
    ['nl-ams', 'fr-par', false],
    ['fr-par', 'fr-par-1', true],
    ['us-east-1', 'the moon', true],
  ])('says whether data in %s may be declared for %s: %s', (region, declared, answer) => {
    expect(isAllowed(region, declared)).toBe(answer)
  })
})
