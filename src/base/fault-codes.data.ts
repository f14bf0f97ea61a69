/**
 * Every fault code with its one-line meaning, in the order of the documentation. Codes are stable: scripts match them.
 * `npm run docs` makes docs/faults.md of this table.
 */
export const FAULT_CODES = {
  INTAKE_NOT_FOUND: 'A path that was asked for does not exist.',
  INTAKE_UNREADABLE: 'The system refused to open or read a file or folder.',
  INTAKE_OUTSIDE_ROOT:
    'A symbolic link leads out of the folder that was given, so it was not followed.',
  INTAKE_TOO_LARGE: 'A file or document is larger than the limit.',
  INTAKE_TOO_DEEP: 'Collections are nested deeper than the limit.',
  INTAKE_TOO_MANY: 'There are more entries, documents or nodes than the limit.',
  INTAKE_ALIASES: 'Aliases expand to more nodes than the limit (an alias bomb).',
  INTAKE_ENCODING: 'A file is not valid UTF-8, so what Kubernetes would read is unknown.',
  INTAKE_BINARY: 'A file with the name of a manifest holds binary content.',
  INTAKE_YAML: 'A document is not valid YAML as Kubernetes reads it.',
  INTAKE_JSON: 'A document is not valid JSON.',
  INTAKE_HCL: 'A file is not valid HCL, or a value in it cannot be what it says.',
  INTAKE_MODULE: 'A Terraform module was not read, so what it makes is unknown.',
  INTAKE_DUPLICATE_KEY: 'A mapping gives the same key twice.',
  INTAKE_TEMPLATE: 'A file is a template that was not rendered, so its objects are unknown.',
  INTAKE_KUSTOMIZE:
    'A kustomization does not build as it is written, so what it makes was not examined.',
  INTAKE_REMOTE: 'A part comes from the network, which a scan never asks, so it was not examined.',
  INTAKE_PLUGIN:
    'A part is made by a program of its own, which a scan never runs, so it was not examined.',
  INTAKE_DOCKERFILE: 'A Dockerfile, or a line of it, is not written as its reader takes it.',
  INTAKE_LOCK_FILE:
    'A lock file, manifest or SBOM is not as its tool writes it, or not complete, so its packages were not examined.',
  INTAKE_CHART: 'A Helm chart, or a file of it, is not as it has to be.',
  INTAKE_RENDER:
    'A Helm chart does not render with the values at hand, so its objects are unknown.',
  INTAKE_PATCH: 'A file is a Kustomize patch, part of an object only, so it was not judged alone.',
  INTAKE_OBJECT:
    'A document claims to be a Kubernetes object, but a part every object needs is missing or of the wrong type.',
  INTAKE_NOTHING: 'Nothing that can be examined was found.',
  REACH_POLICY:
    'A network policy is not as its API takes it, so whom it selects is not known to be open or closed.',
  REACH_UNREAD:
    'A network policy is of a kind, or says something, that is not understood, so what it may select is not known to be open or closed.',
  REACH_PRIORITY:
    'Two network policies of one priority decide a connection differently, so which holds is not known.',
  VEX_FILE: 'A file that is to say which flaws matter is no OpenVEX, CycloneDX or CSAF document.',
  WAIVER_FILE: 'A waiver file, or an entry of it, is not as it has to be.',
  WAIVER_SOURCE:
    'A comment or annotation that is to lift a restriction is not as it has to be, so it lifts nothing.',
  SAVED_READ: 'A baseline or a saved report could not be opened or read.',
  SAVED_SHAPE: 'A file is no baseline or report, or one of a version that is not known.',
  SAVED_WRITE: 'The system refused to write a baseline.',
  CONFIG: 'A configuration file cannot be read, or says what is not known.',
  FIX_REFUSED: 'A fix could not be made without touching more than it should.',
  FIX_WRITE: 'The system refused to write a file.',
  REPORT_READ: 'A saved report could not be read, or is not one that can be converted.',
  GUIDE_WRITE: 'A configuration file could not be written, or was written by somebody else.',
  GUIDE_PROOF: 'A configuration would cut off something that is meant, so it was not written.',
  REPORT_WRITE: 'The system refused to write a report file.',
  ADVISORIES_NONE: 'There are no advisories, so nothing is known of any package.',
  ADVISORIES_DAMAGED: 'Advisories are damaged, incomplete or older than they were.',
  ADVISORIES_NEWER: 'Advisories were written by a newer Portolan, in a form that is not known.',
  ADVISORIES_BUSY: 'Another process is writing advisories.',
  ADVISORIES_READ: 'Advisories could not be read, or are none.',
  ADVISORIES_WRITE: 'The system refused to write advisories.',
  ADVISORIES_FETCH: 'A source of advisories could not be reached or gave no advisories.',
  ADVISORIES_KEY: 'A key for bundles of advisories is none, or cannot be read.',
  ADVISORIES_OLDER: 'A bundle of advisories is older than those that are in use.',
  ADVISORIES_UNTRUSTED: 'A bundle of advisories is not signed by the key that was given.',
  USAGE: 'The command line was not understood.',
  INTERRUPTED: 'The run was interrupted before it was finished.',
} as const satisfies Readonly<Record<string, string>>

/** The stable name of a kind of fault. */
export type FaultCode = keyof typeof FAULT_CODES
