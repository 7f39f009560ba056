/**
 * The looks of the panel. They are below one class, which also undoes what the page says about elements: rules of the
 * page have to be as specific as these on purpose to reach in. Nothing of the page is touched.
 */
export const styles = /* css */ `
.scd-root.scd-root {
  all: initial;
  color-scheme: var(--sessionchart-color-scheme, light dark);
  --page: light-dark(#ffffff, #16181d);
  --card: light-dark(#f5f6f8, #1e2128);
  --line: light-dark(#d9dde3, #363b45);
  --text: light-dark(#1a1d22, #e9ebef);
  --quiet: light-dark(#565d68, #a3abb8);
  --accent: light-dark(#3b4bd0, #a3aeff);
  --on-accent: light-dark(#ffffff, #14161a);
  --lit: light-dark(#dfe4ff, #303a72);
  --lit-outer: light-dark(#f1f3ff, #20263f);
  --good: light-dark(#13753f, #57d18d);
  --bad: light-dark(#b3261e, #ff8a80);
  --wait: light-dark(#8a5a00, #f0b84a);
  --idle-line: light-dark(#b9bfc9, #4a515e);
  position: relative;
  container: scd / inline-size;
  display: flex;
  flex-direction: column;
  box-sizing: border-box;
  width: 100%;
  height: 100%;
  min-height: 0;
  overflow: hidden;
  border: 1px solid var(--line);
  background: var(--page);
  color: var(--text);
  font: 13px/1.45 system-ui, sans-serif;
  text-align: start;

  & :where(:not(svg *)) {
    all: revert;
    box-sizing: border-box;
  }
  &:focus-visible,
  & :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  &:focus-visible { outline-offset: -2px; }
  & :where(button, input, summary) { font: inherit; color: inherit; }
  & :where(p, ul, ol, dl, dd, h2, h3, fieldset) { margin: 0; padding: 0; }
  & :where(ul, ol) { list-style: none; }

  & .scd-unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  & .scd-tree { display: grid; gap: 3px; }
  & .scd-quiet { color: var(--quiet); }
  & .scd-figures, & code { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace; font-size: 12px; }
  & .scd-figures { font-variant-numeric: tabular-nums; }
  & .scd-h2 { font-size: 13px; font-weight: 600; }
  & .scd-h3 { font-size: 12px; font-weight: 600; }

  & .scd-button {
    min-height: 28px;
    padding: 3px 10px;
    border: 1px solid var(--line);
    border-radius: 6px;
    background: var(--card);
    cursor: pointer;
  }
  & .scd-button:hover { border-color: var(--accent); }
  & .scd-button[aria-disabled="true"] { opacity: 0.55; cursor: default; border-color: var(--line); }
  & .scd-main { border-color: var(--accent); background: var(--accent); color: var(--on-accent); }
  & .scd-icon { min-width: 28px; padding: 0; text-align: center; font-size: 16px; line-height: 1; }
  & .scd-input { flex: 1 1 160px; min-width: 0; height: 28px; padding: 2px 8px; border: 1px solid var(--line); border-radius: 6px; background: var(--page); }
  & .scd-check { display: inline-flex; align-items: center; gap: 6px; cursor: pointer; }
  & .scd-check input { margin: 0; accent-color: var(--accent); }

  & .scd-head { flex: none; position: relative; padding: 10px 14px 8px; border-bottom: 1px solid var(--line); background: var(--card); }
  & .scd-top { display: flex; align-items: center; gap: 10px; min-height: 28px; }
  & .scd-close { position: absolute; top: 10px; inset-inline-end: 14px; }
  & .scd-pill { padding: 1px 10px; border: 2px solid; border-radius: 20px; font-weight: 600; }
  & [data-status="authenticated"] { color: var(--good); }
  & [data-status="unauthenticated"] { color: var(--bad); }
  & [data-status="loading"], & .scd-mark { color: var(--wait); }
  & .scd-mark { font-weight: 600; }
  & .scd-why { max-width: 75ch; margin: 6px 0 8px; font-size: 15px; line-height: 1.4; text-wrap: pretty; }

  & .scd-time { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 8px; }
  & .scd-label { color: var(--quiet); }
  & .scd-range { flex: 1 1 100px; min-width: 80px; max-width: 420px; margin: 0; accent-color: var(--accent); }
  & .scd-banner { display: flex; flex-wrap: wrap; gap: 0 8px; flex: 1 1 220px; }
  & .scd-time[data-now="false"] { margin: 0 -14px -8px; padding: 6px 14px; background: var(--lit); }

  & .scd-body { flex: 1 1 auto; min-height: 0; display: flex; }
  & .scd-body > .scd-chart { flex: 1 1 0; min-width: 0; overflow: auto; }
  & .scd-side { flex: 1 1 0; min-width: 0; display: flex; flex-direction: column; }
  & .scd-chart + .scd-side { flex: 0 0 clamp(340px, 35%, 480px); border-inline-start: 1px solid var(--line); }

  & .scd-chart {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 340px), 1fr));
    grid-auto-rows: 4px;
    grid-auto-flow: dense;
    column-gap: 10px;
    align-items: start;
    align-content: start;
    padding: 12px 14px 2px;
  }
  & .scd-region { grid-row-end: span var(--scd-rows); min-width: 0; margin-bottom: 10px; border: 1px solid var(--line); border-radius: 8px; overflow: hidden; }
  & .scd-region-head { display: flex; flex-wrap: wrap; gap: 0 8px; align-items: baseline; padding: 5px 10px; background: var(--card); border-bottom: 1px solid var(--line); }
  & .scd-where { color: var(--accent); font-weight: 600; }
  & .scd-picture { padding: 8px; }
  & .scd-picture svg { display: block; max-width: 100%; height: auto; margin: 0 auto; }

  & .scd-state rect { fill: var(--page); stroke: var(--idle-line); stroke-width: 1; }
  & .scd-state text { fill: var(--quiet); font: 13px system-ui, sans-serif; }
  & .scd-state[data-outer="true"] > rect { fill: var(--card); }
  & .scd-state[data-active="true"] > rect { fill: var(--lit); stroke: var(--accent); stroke-width: 2.5; }
  & .scd-state[data-active="true"][data-outer="true"] > rect { fill: var(--lit-outer); stroke-width: 1.5; }
  & .scd-state[data-active="true"] > text { fill: var(--text); font-weight: 600; }
  & .scd-outer-title { fill: var(--quiet); stroke: var(--card); stroke-width: 4; stroke-linejoin: round; paint-order: stroke; font: 13px system-ui, sans-serif; }
  & .scd-outer-title[data-active="true"] { fill: var(--text); stroke: var(--lit-outer); font-weight: 600; }
  & .scd-dot { fill: var(--idle-line); }
  & .scd-arrow path { stroke: var(--idle-line); stroke-width: 1.2; }
  & .scd-arrow path + path { fill: var(--idle-line); stroke: none; }
  & .scd-arrow[data-taken="true"] path { stroke: var(--accent); stroke-width: 2.5; }
  & .scd-arrow[data-taken="true"] path + path { fill: var(--accent); stroke-width: 1; }
  & .scd-label-text text { fill: var(--quiet); stroke: var(--page); stroke-width: 4; stroke-linejoin: round; paint-order: stroke; font: 12px system-ui, sans-serif; }
  & .scd-label-text[data-taken="true"] text { fill: var(--accent); font-weight: 600; }

  & .scd-next { display: grid; grid-template-columns: minmax(0, 1fr); gap: 6px; }
  & .scd-side > .scd-next { flex: none; max-height: 45%; padding: 10px 14px; overflow: auto; border-bottom: 1px solid var(--line); }
  & .scd-list { display: grid; gap: 6px; }
  & .scd-possibility { display: grid; grid-template-columns: 74px minmax(0, 1fr); gap: 8px; }
  & .scd-verdict { align-self: start; padding: 0 6px; border: 1px solid var(--line); border-radius: 10px; color: var(--quiet); font-size: 11px; text-align: center; }
  & .scd-reason { display: block; color: var(--quiet); }
  & .scd-possibility[data-verdict="will"] .scd-verdict { border-color: var(--accent); background: var(--accent); color: var(--on-accent); }
  & .scd-possibility[data-verdict="waits"] .scd-verdict, & .scd-possibility[data-verdict="joins"] .scd-verdict { border-color: var(--wait); color: var(--wait); }
  & .scd-rest > summary { cursor: pointer; color: var(--quiet); }
  & .scd-rest[open] > summary { margin-bottom: 6px; }

  & .scd-tabs { flex: 1 1 0; min-height: 0; display: flex; flex-direction: column; }
  & .scd-tablist { flex: none; display: flex; flex-wrap: wrap; gap: 0 2px; padding: 4px 10px 0; border-bottom: 1px solid var(--line); }
  & .scd-tab { flex: none; padding: 5px 9px; border: 0; border-bottom: 2px solid transparent; background: none; color: var(--quiet); cursor: pointer; }
  & .scd-tab:focus-visible { outline-offset: -2px; }
  & .scd-tab[aria-selected="true"] { border-color: var(--accent); color: var(--text); font-weight: 600; }
  & .scd-tabpanel { flex: 1 1 0; min-height: 0; overflow: auto; display: grid; grid-template-columns: minmax(0, 1fr); align-content: start; gap: 8px; padding: 10px 14px 14px; }
  & .scd-tabpanel:focus-visible { outline-offset: -2px; }
  & .scd-tabpanel > .scd-chart { padding: 0; }
  & .scd-tabpanel > .scd-button { justify-self: start; }

  & .scd-filter, & .scd-buttons { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 10px; }
  & .scd-log { display: grid; }
  & .scd-entry { border-top: 1px solid var(--line); }
  & .scd-entry[data-chosen="true"] { background: var(--lit); }
  & .scd-entry > summary { display: flex; flex-wrap: wrap; gap: 0 8px; align-items: baseline; padding: 4px 2px; cursor: pointer; overflow-wrap: anywhere; }
  & .scd-entry > summary:hover { background: var(--card); }
  & .scd-event { font-weight: 600; }
  & .scd-cause { padding: 0 7px; border-radius: 9px; background: var(--accent); color: var(--on-accent); font-size: 11px; }
  & .scd-move { flex: 0 0 100%; padding-inline-start: 12px; }
  & .scd-inside { display: grid; gap: 3px; padding: 2px 0 4px 14px; }
  & .scd-inside > .scd-button { justify-self: start; margin-top: 4px; }
  & .scd-branch > summary { cursor: pointer; }
  & .scd-leaf { padding-inline-start: 14px; overflow-wrap: anywhere; }
  & .scd-key { color: var(--quiet); }
  & code[data-kind="string"] { color: var(--good); }
  & code[data-kind="number"], & code[data-kind="boolean"] { color: var(--accent); }
  & code[data-kind="nothing"] { color: var(--quiet); }

  & .scd-facts { display: grid; }
  & .scd-facts div { display: grid; grid-template-columns: 140px minmax(0, 1fr); gap: 10px; padding: 4px 0; border-bottom: 1px solid var(--line); }
  & .scd-facts dt { color: var(--quiet); }
  & .scd-row { display: flex; flex-wrap: wrap; gap: 0 10px; }
  & .scd-try { display: grid; grid-template-columns: 170px minmax(0, 1fr); gap: 4px 10px; align-items: center; }
  & .scd-field { display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: center; }
  & .scd-file { max-width: 100%; min-width: 0; }
  & .scd-message:empty { display: none; }
  & .scd-alert { padding: 12px 14px; color: var(--bad); }
}

@container scd (min-width: 900px) {
  .scd-root.scd-root .scd-head { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 4px 24px; }
  .scd-root.scd-root .scd-why { grid-row: 2; grid-column: 1 / -1; max-width: none; margin: 0; }
  .scd-root.scd-root .scd-time { grid-row: 1; grid-column: 2; justify-self: end; width: min(100% - 40px, 760px); margin: 0 40px 0 0; border-radius: 8px; justify-content: end; }
  .scd-root.scd-root .scd-time[data-now="false"] { margin: 0 40px 0 0; padding: 2px 10px; }
}

@container scd (max-width: 460px) {
  .scd-root.scd-root .scd-chart { display: block; }
  .scd-root.scd-root .scd-picture { padding: 5px; }
  .scd-root.scd-root .scd-tabpanel { padding-inline: 9px; }
  .scd-root.scd-root .scd-try { grid-template-columns: minmax(0, 1fr); }
  .scd-root.scd-root .scd-try .scd-button { justify-self: start; }
}

@media (prefers-reduced-motion: no-preference) {
  .scd-root.scd-root .scd-state > rect { transition: fill 0.2s, stroke 0.2s; }
}
`
