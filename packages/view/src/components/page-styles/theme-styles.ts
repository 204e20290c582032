/** The colours that components share, for both generations and the dark theme. A container may set its own on `html`. */
export const themeStyles = `
:where(html) {
  --wx-primary: #1aad19;
  --wx-primary-ink: #1aad19;
  --wx-warn: #e64340;
  --wx-icon-warn: #f76260;
  --wx-focus-ring: #10aeff;
  --wx-fill: #f2f2f2;
  --wx-fill-disabled: rgba(0, 0, 0, 0.05);
  --wx-ink-disabled: rgba(0, 0, 0, 0.18);
  --wx-plain-ink: #353535;
  --wx-plain-disabled: rgba(0, 0, 0, 0.2);
  --wx-box: #fff;
  --wx-box-disabled: #e1e1e1;
  --wx-box-line: #d1d1d1;
  --wx-off: rgba(0, 0, 0, 0.1);
  --wx-track: #e9e9e9;
  --wx-line: #e5e5e5;
  --wx-placeholder: #808080;
  --wx-panel: #fff;
  --wx-veil: 255, 255, 255;
}
:where(html[data-style-v2]) {
  --wx-primary: #07c160;
  --wx-primary-ink: #06ae56;
  --wx-warn: #fa5151;
  --wx-icon-warn: #fa5151;
}
:where(html[data-theme='dark']) {
  --wx-fill: #2c2c2c;
  --wx-fill-disabled: rgba(255, 255, 255, 0.08);
  --wx-ink-disabled: rgba(255, 255, 255, 0.2);
  --wx-plain-ink: rgba(255, 255, 255, 0.8);
  --wx-plain-disabled: rgba(255, 255, 255, 0.2);
  --wx-box: transparent;
  --wx-box-disabled: rgba(255, 255, 255, 0.15);
  --wx-box-line: rgba(255, 255, 255, 0.3);
  --wx-off: rgba(255, 255, 255, 0.2);
  --wx-track: rgba(255, 255, 255, 0.15);
  --wx-line: rgba(255, 255, 255, 0.15);
  --wx-placeholder: rgba(255, 255, 255, 0.45);
  --wx-panel: #191919;
  --wx-veil: 25, 25, 25;
}
`
