import type { DutyId } from './duty.ts'
import type { Controls } from './framework.ts'

/** The stops of the itinerary, from the Cloud to the code, in order. */
export const STOPS = [
  'cloud',
  'cluster',
  'identity',
  'workloads',
  'network',
  'third-parties',
  'data',
  'code',
] as const

/** One stop. */
export type Stop = (typeof STOPS)[number]

/** Names for people. */
export const STOP_TITLES: Readonly<Record<Stop, string>> = {
  cloud: 'Cloud',
  cluster: 'Cluster',
  identity: 'Identity',
  workloads: 'Workloads',
  network: 'Network',
  'third-parties': 'Third parties',
  data: 'Data',
  code: 'Code',
}

/** Those who read a report. They are no owners of faults: those are `Duty`. */
export const PERSONAE = ['boss', 'analyst', 'architect', 'developer', 'user'] as const

/** One persona. */
export type Persona = (typeof PERSONAE)[number]

/** How near a topic is to each persona: 0 not at all, 3 first of all. */
type Affinity = Readonly<Record<Persona, 0 | 1 | 2 | 3>>

/** A subject of a stop that several rules share. `duty` names a row of the responsibility table. */
export interface Topic {
  readonly title: string
  readonly stop: Stop
  readonly affinity: Affinity
  readonly duty: DutyId
  /** What all its rules answer to in the frameworks. */
  readonly controls?: Controls
}

/** Severities, worst first. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const

/** How bad a fault is when it is used. */
export type Severity = (typeof SEVERITIES)[number]
