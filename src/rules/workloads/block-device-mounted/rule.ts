import { memberOf } from '../../../model/part.ts'
import { defineRule } from '../../rule.ts'

export const blockDeviceMounted = defineRule({
  id: 'block-device-mounted',
  title: 'Mount volumes with a file system, not as raw devices',
  topic: 'host-access',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes, Persistent Volumes: Raw Block Volume Support',
      url: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#raw-block-volume-support',
    },
  ],

  subject: 'container',
  check: (container) =>
    container.list('volumeDevices').map((device) => ({
      place: device.place,
      message: `Container "${container.name}" gets volume ${nameOf(device.value)} as a raw device, past the permissions of files.`,
      sure: true,
    })),
})

function nameOf(device: unknown): string {
  const name = memberOf(device, 'name')
  return typeof name === 'string' ? `"${name}"` : 'without a name'
}
