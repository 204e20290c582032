import { html, type TemplateResult } from 'lit'

/** How a program is known to its user. */
export interface ProgramIdentity {
  name: string
  /** URL; without one the name's first letter stands in. */
  icon?: string | undefined
}

export function programIcon({ name, icon }: ProgramIdentity, sizePx: number): TemplateResult {
  const shape = `width:${sizePx}px;height:${sizePx}px;border-radius:${sizePx / 4}px;flex:none`
  if (icon) {
    return html`<img src=${icon} alt="" referrerpolicy="no-referrer" style="${shape};object-fit:cover" />`
  }
  const letter = [...name.trim()][0]?.toUpperCase() ?? '·'
  return html`<span
    aria-hidden="true"
    style="${shape};display:grid;place-items:center;background:var(--sampan-primary);color:var(--sampan-on-primary);font-size:${Math.round(
      sizePx * 0.48,
    )}px;font-weight:600;line-height:1"
    >${letter}</span
  >`
}
