/** The colours that components share. A container may set its own on `html`. */
export const themeStyles = `
:where(html) {
  --wx-primary: #1aad19;
  --wx-primary-ink: #1aad19;
  --wx-warn: #e64340;
  --wx-icon-warn: #f76260;
  --wx-focus-ring: #10aeff;
}
:where(html[data-style-v2]) {
  --wx-primary: #07c160;
  --wx-primary-ink: #06ae56;
  --wx-warn: #fa5151;
  --wx-icon-warn: #fa5151;
}
`
