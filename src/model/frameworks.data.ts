import type { Framework } from './control.ts'
import type { FrameworkId } from './framework.ts'
import { BSI_APP_4_4 } from './frameworks/bsi-app-4.4.data.ts'
import { CIS_1_12 } from './frameworks/cis-1.12.data.ts'
import { K8S_APP_CHECKLIST } from './frameworks/k8s-app-checklist.data.ts'
import { K8S_CHECKLIST } from './frameworks/k8s-checklist.data.ts'
import { MITRE_CONTAINERS } from './frameworks/mitre-containers.data.ts'
import { MS_THREAT_MATRIX } from './frameworks/ms-threat-matrix.data.ts'
import { NSA } from './frameworks/nsa.data.ts'
import { OWASP_K8S_2022 } from './frameworks/owasp-k8s-2022.data.ts'
import { OWASP_K8S_2025 } from './frameworks/owasp-k8s-2025.data.ts'
import { PCI_CONTAINERS } from './frameworks/pci-containers.data.ts'
import { PSS } from './frameworks/pss.data.ts'
import { STIG_V2R3 } from './frameworks/stig-v2r3.data.ts'

/** Every framework with all its controls. */
export const FRAMEWORKS: Readonly<Record<FrameworkId, Framework>> = {
  nsa: NSA,
  'cis-1.12': CIS_1_12,
  pss: PSS,
  'owasp-k8s-2022': OWASP_K8S_2022,
  'owasp-k8s-2025': OWASP_K8S_2025,
  'ms-threat-matrix': MS_THREAT_MATRIX,
  'mitre-containers': MITRE_CONTAINERS,
  'k8s-checklist': K8S_CHECKLIST,
  'k8s-app-checklist': K8S_APP_CHECKLIST,
  'pci-containers': PCI_CONTAINERS,
  'bsi-app-4.4': BSI_APP_4_4,
  'stig-v2r3': STIG_V2R3,
}
