import type { Answer, ValueJudge } from '../../analysis/pod-security/answers.ts'
import type { Field } from '../../model/part.ts'

/** What `judge` says of a field, absent ones included; unclear when a placeholder stands there. */
export function answerTo(field: Field | undefined, judge: ValueJudge): Answer {
  return field === undefined || field.resolved ? judge(field?.value) : 'unclear'
}

/** Why nobody can tell what these fields say, for the end of a sentence. */
export function doubtAbout(...fields: readonly (Field | undefined)[]): string {
  return fields.some((field) => field?.resolved === false)
    ? 'an unrendered template decides'
    : 'the API server refuses what is written there'
}
