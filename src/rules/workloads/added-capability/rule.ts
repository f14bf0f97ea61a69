import { removePlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { addedCapabilities, capabilityName, powerOf } from '../capabilities.ts'

// The one that the restricted level lets a container add: it binds a port below 1024 and does nothing else.
const HARMLESS = 'NET_BIND_SERVICE'

export const addedCapability = defineRule({
  id: 'added-capability',
  title: 'Add no capability but NET_BIND_SERVICE',
  topic: 'root-and-capabilities',
  severity: 'medium',
  references: [
    {
      title: 'Linux manual, capabilities(7)',
      url: 'https://man7.org/linux/man-pages/man7/capabilities.7.html',
    },
  ],
  controls: {
    'cis-1.12': ['5.2.9'],
    pss: ['capabilities_restricted'],
    'k8s-app-checklist': ['container/4'],
  },

  subject: 'container',
  check: (container) =>
    addedCapabilities(container).flatMap((capability) => {
      const name = capabilityName(capability)
      // What cannot be told, and what is worse than this, is dangerous-capability's matter.
      if (name === undefined || name === HARMLESS || powerOf(name) !== undefined) return []
      const message = `Container "${container.name}" adds the capability ${name}, a right of root that few programs need.`
      return [{ place: capability.place, message, sure: true }]
    }),

  fix: {
    risk: 'mayBreak', // what really uses the capability fails with "Operation not permitted"
    edit: (_, { place }) => [removePlace(place)],
  },
})
