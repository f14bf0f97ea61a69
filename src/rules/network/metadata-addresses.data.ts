import type { Offering } from '../../model/offering.ts'

/** Where instances of a cloud ask for their metadata, credentials included; nearly all of them at the same address. */
export const METADATA_ADDRESSES = {
  sources: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-metadata.html',
    'https://www.scaleway.com/en/docs/instances/how-to/use-cloud-init/',
  ],
  read: '2026-11-24',
  usual: '169.254.169.254/32',
  own: { kapsule: '169.254.42.42/32', kosmos: '169.254.42.42/32' },
} as const satisfies {
  readonly sources: readonly string[]
  readonly read: string
  readonly usual: string
  readonly own: Readonly<Partial<Record<Offering, string>>>
}
