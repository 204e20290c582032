const icon = (path: string): string => `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`

/** Drawn for the players; they take the colour of the text. */
export const PLAY_ICON = icon('M7 4.5v15l12.5-7.5z')
export const PAUSE_ICON = icon('M6 4.5h4v15H6zm8 0h4v15h-4z')
export const FULL_SCREEN_ICON = icon('M4 4h6v2H6v4H4zm10 0h6v6h-2V6h-4zM4 14h2v4h4v2H4zm14 0h2v6h-6v-2h4z')
export const LEAVE_FULL_SCREEN_ICON = icon(
  'M8 4h2v6H4V8h4zm6 0h2v4h4v2h-6zM4 14h6v6H8v-4H4zm10 0h6v2h-4v4h-2z',
)
export const SOUND_ICON = icon(
  'M4 9h4l5-4v14l-5-4H4zm11.5-.5a5 5 0 0 1 0 7l-1.2-1.2a3.2 3.2 0 0 0 0-4.6zm2.4-2.4a8.4 8.4 0 0 1 0 11.8l-1.2-1.2a6.7 6.7 0 0 0 0-9.4z',
)
export const MUTED_ICON = icon(
  'M4 9h4l5-4v14l-5-4H4zm11.2.4 1.3-1.3 2 2 2-2 1.3 1.3-2 2 2 2-1.3 1.3-2-2-2 2-1.3-1.3 2-2z',
)
export const BACK_ICON = icon('M15.5 4 17 5.5 10.5 12 17 18.5 15.5 20l-8-8z')
export const DANMU_ICON = icon('M4 5h16v12h-6l-4 3v-3H4zm3 3v2h6V8zm8 0v2h2V8zm-8 4v2h3v-2zm5 0v2h5v-2z')
