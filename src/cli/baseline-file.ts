/** Where a baseline is written, and looked for, unless another file is named. */
export const BASELINE_FILE = '.portolan/baseline.json'
