import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { readCertificates } from './read-certificate.ts'

it('never throws, whatever bytes a block holds', () => {
  const bytes = fc.uint8Array({ maxLength: 300 })
  fc.assert(
    fc.property(bytes, (block) => {
      const text = Buffer.from(block).toString('base64')
      const pem = `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----\n`
      expect(readCertificates(pem)).toEqual([])
    }),
  )
})
