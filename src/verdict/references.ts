import { FRAMEWORK_IDS, type FrameworkId } from '../model/framework.ts'
import { FRAMEWORKS } from '../model/frameworks.data.ts'
import { findControl } from '../model/frameworks.ts'
import type { Reference, Rule } from '../rules/rule.ts'
import { controlsOf } from '../rules/topics.ts'

/** All that a rule refers to: its pages of documentation, then the controls that it and its topic answer to. */
export function referencesOf(rule: Rule): readonly Reference[] {
  const controls = controlsOf(rule)
  return [
    ...rule.references,
    ...FRAMEWORK_IDS.flatMap((framework) =>
      (controls[framework] ?? []).map((id) => controlReference(framework, id)),
    ),
  ]
}

// A control that its framework does not have is our mistake, and `catalogue.test.ts` refuses it.
function controlReference(framework: FrameworkId, id: string): Reference {
  const { title, url } = FRAMEWORKS[framework]
  const control = findControl(framework, id)
  return control === undefined
    ? { title: `${title}, ${id}`, url }
    : { title: `${title}, ${id}: ${control.title}`, url: control.url }
}
