import { removePlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { doubtAbout } from '../answer.ts'
import { addedCapabilities, capabilityName, powerOf } from '../capabilities.ts'

export const dangerousCapability = defineRule({
  id: 'dangerous-capability',
  title: 'Add no capability that reaches the node',
  topic: 'root-and-capabilities',
  severity: 'high',
  references: [
    {
      title: 'Linux manual, capabilities(7)',
      url: 'https://man7.org/linux/man-pages/man7/capabilities.7.html',
    },
  ],
  controls: {
    'cis-1.12': ['5.2.9'],
    pss: ['capabilities_baseline', 'capabilities_restricted'],
    'k8s-app-checklist': ['container/4'],
    'pci-containers': ['3.1.a'],
  },

  subject: 'container',
  check: (container) =>
    addedCapabilities(container).flatMap((capability) => {
      const name = capabilityName(capability)
      const does = name === undefined ? doubtAbout(capability) : powerOf(name)
      if (does === undefined) return []
      const who = `Container "${container.name}"`
      const message =
        name === undefined
          ? `${who} may add a dangerous capability: ${does}.`
          : `${who} adds ${name}, which ${does}.`
      return [{ place: capability.place, message, sure: name !== undefined }]
    }),

  fix: {
    risk: 'mayBreak', // what really uses the capability fails with "Operation not permitted"
    edit: (_, { place }) => [removePlace(place)],
  },
})
