import { PALETTE } from './palette.data.ts'

// Each colour is a custom property: `var(--ink)`.
const COLOURS = Object.entries(PALETTE)

const LIGHT = COLOURS.map(([name, { light }]) => `--${name}:${light}`).join(';')
const DARK = COLOURS.map(([name, { dark }]) => `--${name}:${dark}`).join(';')

/**
 * What all pages share: palette, type, focus, and how states and severities look: `.urgent`, `.high`, `.medium`, `.low`,
 * `.clear`, `.waived` and `.unseen` give the colour to a word that stands beside its shape.
 */
export const SHARED_STYLE = `
:root{color-scheme:light dark;${LIGHT};
--sans:system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;
--mono:ui-monospace,"Cascadia Mono",Menlo,"DejaVu Sans Mono",monospace;
--serif:Charter,"Iowan Old Style",Georgia,serif}
@media (prefers-color-scheme:dark){:root{${DARK}}}
@media print{:root{color-scheme:light;${LIGHT}}}
*,::before,::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-block:1.5rem}
body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.5 var(--sans);
font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
h1,h2,h3{font-family:var(--serif);font-weight:600;line-height:1.2;text-wrap:balance}
code,pre{font-family:var(--mono);font-size:.875em}
a{color:var(--link);text-underline-offset:.2em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
button,input,select{font:inherit;color:inherit}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
.skip{position:absolute;inset-inline-start:1rem;inset-block-start:-6rem;z-index:2;padding:.5rem 1rem;
background:var(--surface);border:1px solid var(--line)}
.skip:focus{inset-block-start:1rem}
.urgent{color:var(--urgent)}.high{color:var(--high)}.medium{color:var(--medium)}.low{color:var(--low)}
.clear{color:var(--clear)}.waived{color:var(--waived)}.unseen{color:var(--unseen)}.muted{color:var(--muted)}
.spoken{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media (forced-colors:active){.urgent,.high,.medium,.low,.clear,.waived,.unseen,.muted{color:CanvasText}}
@media print{.skip{display:none}a{color:inherit}}
`
