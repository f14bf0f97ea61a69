import { removeField, setField } from '../../../model/edit.ts'
import { isPlaceholder } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { ENCRYPTION_KINDS, writtenProviders, type WrittenProvider } from '../providers.ts'

export const encKmsV1 = defineRule({
  id: 'enc-kms-v1',
  title: 'Speak to the key service by version 2',
  topic: 'secret-encryption',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Using a KMS provider for data encryption',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/kms-provider/',
    },
  ],
  controls: { 'cis-1.12': ['1.2.28'] },

  subject: ENCRYPTION_KINDS,
  check: (file) => kmsProviders(file).flatMap(complain),

  fix: {
    risk: 'mayBreak', // the plug-in has to speak version 2
    edit: (file, { place }) =>
      kmsProviders(file)
        .filter(({ settings }) => String(settings.at('apiVersion').path) === String(place.path))
        .flatMap(({ settings }) => [
          setField(settings, ['apiVersion'], 'v2'),
          // Version 2 has no such setting, and the API server refuses it.
          ...(settings.get('cachesize') === undefined
            ? []
            : [removeField(settings, ['cachesize'])]),
        ]),
  },
})

function kmsProviders(file: Resource): readonly WrittenProvider[] {
  return writtenProviders(file).filter(({ name }) => name === 'kms')
}

function complain({ settings, writes }: WrittenProvider): readonly Complaint[] {
  const version = settings.get('apiVersion')
  const place = settings.at('apiVersion')
  const endpoint = settings.get('endpoint')
  const isSocket = endpoint === undefined || String(endpoint.value).startsWith('unix:')
  const socket: readonly Complaint[] =
    isSocket || isPlaceholder(endpoint.value)
      ? []
      : [{ place: endpoint.place, message: NO_SOCKET, sure: true }]
  // What only reads is there until everything is written anew.
  if (!writes || version?.value === 'v2') return socket
  const sure = version?.resolved !== false
  const message = sure
    ? V1
    : 'The key service may be spoken to by version 1: what is written is not known.'
  return [{ place, message, sure }, ...socket]
}

const V1 =
  'The key service is spoken to by version 1, which Kubernetes has switched off since 1.29: the API server does not start.'
const NO_SOCKET =
  'The endpoint of the key service is no socket of this machine: the API server refuses it.'
