import { setPlace } from '../../../model/edit.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import type { Complaint } from '../../rule.ts'
import { doubtAbout } from '../answer.ts'
import {
  ENFORCE,
  isLevel,
  isPolicyVersion,
  LEVEL_LABELS,
  VERSION_LABELS,
} from '../pod-security-labels.ts'

export const podSecurityUnknownLevel = defineRule({
  id: 'pod-security-unknown-level',
  title: 'Write Pod Security levels and versions as they are called',
  topic: 'namespaces',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Pod Security Admission, labels for namespaces',
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-admission-labels-for-namespaces',
    },
    {
      title: 'Kubernetes: KEP-2579, Pod Security Admission Control',
      url: 'https://github.com/kubernetes/enhancements/tree/master/keps/sig-auth/2579-psp-replacement',
    },
  ],
  controls: {
    nsa: ['A4'],
    'cis-1.12': ['5.2.1'],
    'owasp-k8s-2022': ['K04'],
    'owasp-k8s-2025': ['K04'],
    'k8s-checklist': ['pod-security/2', 'admission/2'],
    'k8s-app-checklist': ['pod/4'],
    'pci-containers': ['3.1.a'],
    'stig-v2r3': ['V-254800'],
  },

  subject: ['Namespace'],
  check(namespace) {
    const levels = LEVEL_LABELS.flatMap((label) => complaintAbout(namespace, label, isLevel))
    const versions = VERSION_LABELS.flatMap((label) =>
      complaintAbout(namespace, label, isPolicyVersion),
    )
    return [...levels, ...versions]
  },

  fix: {
    risk: 'mayBreak', // the level counts then, and pods that break it are refused
    edit: (namespace, { place }) => {
      const name = meantBy(namespace.labels[String(place.path.at(-1))] ?? '')
      return name === undefined ? [] : [setPlace(place, name)]
    },
  },
})

function complaintAbout(
  namespace: Resource,
  label: string,
  isKnown: (value: unknown) => boolean,
): readonly Complaint[] {
  const field = namespace.get('metadata', 'labels', label)
  if (field === undefined || isKnown(field.value)) return []
  const { place, value } = field
  const sure = field.resolved && typeof value === 'string'
  const message = sure
    ? `"${value}" is no Pod Security ${effectOf(label)}.`
    : `What namespace "${namespace.name}" says in the label ${label} cannot be told: ${doubtAbout(field)}.`
  return [{ place, message, sure }]
}

// Source: PolicyToEvaluate and ValidateNamespace, pod-security-admission 0.37.
function effectOf(label: string): string {
  const refused = 'a new namespace with it is refused, and an old one'
  if (label.endsWith('-version')) return `version: ${refused} is judged by the newest`
  return label === ENFORCE
    ? `level: ${refused} admits what is restricted only`
    : `level: ${refused} tells nothing of what it admits`
}

// Capitals, spaces and patch numbers are slips of the pen; for all else a person has to say what was meant.
function meantBy(value: string): string | undefined {
  const word = value.trim().toLowerCase()
  if (isLevel(word) || isPolicyVersion(word)) return word
  const version = `v${/^v?(1\.\d{1,3})(?:\.\d{1,3})?$/.exec(word)?.[1] ?? ''}`
  return isPolicyVersion(version) ? version : undefined
}
