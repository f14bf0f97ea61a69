import { describe, expect, it } from 'vitest'
import { OFFERINGS } from '../model/offering.ts'
import { estateOf } from './estate.testing.ts'
import { OFFERING_ESTATES } from './offering-estates.testing.ts'

describe('the offering of an estate', () => {
  it.each(OFFERING_ESTATES)('is told: $name', ({ files, offering, shown }) => {
    const { scene, offeringEvidence, faults } = estateOf(files)
    // Modules from elsewhere are not fetched, which the user is told.
    expect(faults.filter(({ code }) => code !== 'INTAKE_MODULE')).toEqual([])
    expect(scene.offering).toBe(offering)
    expect(offeringEvidence).toEqual(shown.map((text) => expect.stringContaining(text)))
  })

  it.each(OFFERING_ESTATES)('is what the user says: $name', ({ files }) => {
    for (const offering of OFFERINGS) {
      const { scene, offeringEvidence } = estateOf(files, { offering })
      expect(scene.offering).toBe(offering)
      expect(offeringEvidence).toEqual([])
    }
  })

  it('is told of all that there are, and of some estates nothing is', () => {
    const told = new Set(OFFERING_ESTATES.map(({ offering }) => offering))
    expect(told).toEqual(new Set([...OFFERINGS, 'none']))
    expect(OFFERING_ESTATES.length).toBeGreaterThanOrEqual(40)
  })
})
