/** The page's style. It loads nothing, and follows the reader's light or dark scheme. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f6f6f3; --paper: #fff; --ink: #1c1c1a; --faint: #5f5f59; --rule: #d9d8d0; --link: #0b5394;
  --refuted: #a3201a; --refuted-bg: #fde4e1;
  --conflicting: #7a4b00; --conflicting-bg: #ffedc7;
  --supported: #14602f; --supported-bg: #dff3e4;
  --open: #174f7c; --open-bg: #e0eefa;
  --evidence-bg: #fff3a8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #151514; --paper: #1e1e1c; --ink: #e8e6df; --faint: #a5a39a; --rule: #3b3a36; --link: #8ec5ff;
    --refuted: #ffb0a8; --refuted-bg: #4c1a17;
    --conflicting: #ffd58a; --conflicting-bg: #473007;
    --supported: #9be0b1; --supported-bg: #14361f;
    --open: #a9d3f7; --open-bg: #152f45;
    --evidence-bg: #4a4308;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.15rem; margin: 0 0 .5rem; overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin: 0 0 .5rem; line-height: 1.35; }
header, nav, footer { max-width: 100rem; margin: 0 auto; padding: 1rem 1.5rem 0; }
footer { padding-bottom: 1.5rem; color: var(--faint); }
header p { margin: .25rem 0 0; color: var(--faint); }
.counts { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; margin: .75rem 0 0; padding: 0; }
.counts li { padding: .1rem .7rem; border-radius: 1rem; }
nav ol { margin: .25rem 0 0; padding: 0; list-style: none; max-height: 12rem; overflow: auto; }
nav li { padding: .1rem 0; overflow-wrap: anywhere; }
.label { padding: 0 .4rem; border-radius: .25rem; font-weight: 600; white-space: nowrap; }
.refuted { color: var(--refuted); background: var(--refuted-bg); }
.conflicting-evidence { color: var(--conflicting); background: var(--conflicting-bg); }
.supported { color: var(--supported); background: var(--supported-bg); }
.not-enough-evidence { color: var(--open); background: var(--open-bg); }
.columns { display: grid; grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr); gap: 1.5rem; max-width: 100rem; margin: 0 auto; padding: 1rem 1.5rem; align-items: start; }
section, article { background: var(--paper); border: 1px solid var(--rule); border-radius: .5rem; padding: 1rem 1.25rem; margin: 0 0 1rem; }
aside { position: sticky; top: 0; max-height: 100vh; overflow: auto; padding: .25rem; scroll-behavior: smooth; }
aside > h2, main > h2 { margin-top: 0; }
.text { font-family: Georgia, "Times New Roman", serif; font-size: 1.05rem; }
.line { position: relative; margin: 0; padding-left: 3rem; min-height: .8rem; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; unicode-bidi: isolate; }
.line::before { content: attr(data-line); content: attr(data-line) / ""; position: absolute; left: 0; width: 2.25rem; text-align: right; direction: ltr; color: var(--faint); font: .75rem/2.1 system-ui, sans-serif; user-select: none; }
.line:empty::before { content: ""; }
.claims .line { padding-left: 0; }
.claims .line::before { content: none; }
mark { border-radius: .2rem; padding: .05rem .1rem; box-decoration-break: clone; -webkit-box-decoration-break: clone; scroll-margin: 4rem; }
mark a { color: inherit; text-decoration: underline 2px; text-decoration-skip-ink: none; }
mark.supported a { text-decoration-style: dotted; text-decoration-thickness: 1px; }
sup { margin-left: .1rem; padding: 0 .25rem; border-radius: .2rem; font: 600 .65em/1 system-ui, sans-serif; user-select: none; }
.source mark { color: inherit; background: var(--evidence-bg); }
:target { outline: 3px solid var(--link); outline-offset: 2px; }
.cited { margin: 0 0 .4rem 3rem; font: .85rem/1.5 system-ui, sans-serif; color: var(--faint); }
.card { margin: .35rem 0 .75rem 3rem; padding: .4rem .9rem; border-left: 4px solid currentColor; border-radius: .25rem; font: .95rem/1.5 system-ui, sans-serif; }
.claims .card { margin-left: 0; }
.card > :not(summary) { color: var(--ink); }
.card summary { cursor: pointer; }
.card p { margin: .3rem 0; overflow-wrap: anywhere; }
.number { float: right; opacity: .8; }
figure { margin: .5rem 0; }
blockquote { margin: 0; font-family: Georgia, "Times New Roman", serif; unicode-bidi: isolate; overflow-wrap: anywhere; }
figcaption { font-size: .85rem; color: var(--ink); }
.trace ul { margin: .25rem 0; padding-left: 1.2rem; font: .8rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
.others { margin: 0 0 1rem; }
.others summary { cursor: pointer; margin-bottom: .5rem; }
.hidden { padding: 0 .25rem; border: 1px dashed currentColor; border-radius: .2rem; font: .7em ui-monospace, monospace; unicode-bidi: isolate; direction: ltr; }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; z-index: 1; padding: .5rem 1rem; background: var(--paper); }
@media (max-width: 60rem) {
  .columns { grid-template-columns: minmax(0, 1fr); padding: 1rem; }
  header, nav, footer { padding-left: 1rem; padding-right: 1rem; }
  aside { position: static; max-height: none; overflow: visible; padding: 0; }
  section, article { padding: .75rem; }
  .line { padding-left: 2.25rem; }
  .line::before { width: 1.75rem; }
  .card, .cited { margin-left: 0; }
}
@media (prefers-reduced-motion: reduce) { aside { scroll-behavior: auto; } }
@media print {
  :root { --page: #fff; --paper: #fff; }
  .columns { display: block; }
  aside { position: static; max-height: none; overflow: visible; }
  nav ol { max-height: none; overflow: visible; }
  section, article { border: 0; padding: 0; }
  .card, figure { break-inside: avoid; }
  mark, .card, .label, .counts li { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .skip { display: none; }
}
`;
