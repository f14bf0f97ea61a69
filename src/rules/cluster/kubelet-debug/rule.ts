import { defineRule } from '../../rule.ts'
import { doubtAbout } from '../doubt.ts'
import { complainOf, isLeftOut, type SettingCheck } from '../setting-check.ts'

const QUERY: SettingCheck = {
  name: 'enableSystemLogQuery',
  isRight: ({ value }) => value === 'false',
  fault: () => "The kubelet searches its machine's logs for whoever may read the node's logs.",
  doubt: "The kubelet may search its machine's logs for others",
}

const PROFILING: SettingCheck = {
  name: 'enableProfilingHandler',
  isRight: ({ value }) => value === 'false',
  fault: () => 'The kubelet tells what it does inside, and can be slowed down by being asked.',
  doubt: 'The kubelet may tell what it does inside',
}

export const kubeletDebug = defineRule({
  id: 'kubelet-debug',
  title: 'Switch off what only searching for faults needs',
  topic: 'kubelet',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: System Logs, log query',
      url: 'https://kubernetes.io/docs/concepts/cluster-administration/system-logs/#log-query',
    },
    {
      title: 'Kubernetes: Kubelet Configuration (v1beta1), enableProfilingHandler',
      url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/#kubelet-config-k8s-io-v1beta1-KubeletConfiguration',
    },
  ],

  subject: ['kubelet'],
  check(kubelet) {
    const query = kubelet.setting(QUERY.name)
    const profiling = kubelet.setting(PROFILING.name)
    return [
      ...(query.from === 'default' ? [] : complainOf(kubelet, QUERY)),
      // A file that stands alone says what somebody wanted changed: others may say the rest.
      ...(isLeftOut(kubelet, profiling)
        ? [doubtAbout(profiling, PROFILING.doubt)]
        : complainOf(kubelet, PROFILING)),
    ]
  },

  fix: {
    risk: 'none', // commands, logs and metrics go on
    edit: (kubelet, { place }) =>
      [QUERY, PROFILING]
        .filter(({ name }) => String(kubelet.setting(name).place.path) === String(place.path))
        .flatMap(({ name }) => kubelet.set(name, 'false')),
  },
})
