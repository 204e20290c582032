/**
 * Widgets that components with content ask the container for (`FrameToHost.widget`). Each lasts until the frame closes
 * it; a refusal (`widget-result` with an error) ends it earlier.
 */

/** Widget `web-view`: see there for its events `load` { src }, `error` { url, fullUrl } and `message` { data }. */
export interface WebViewParameters {
  src: string
}

/**
 * Widget `fullscreen`, for players: the page's frame gets the whole screen of the program (no bars of ours) while it
 * lasts. The container sends `exit` when the user leaves by a means of its own (the back key). Without it a player fills
 * the frame.
 */
export interface FullScreenParameters {
  /** How the picture lies: turned by the frame itself, so that nothing has to be rotated by the container. */
  direction: 0 | 90 | -90
}

/**
 * Widget `location`, for `<map show-location>`: the container asks the user for leave (`scope.userLocation`) and sends
 * `change` with a `UserLocation` at first and whenever it moves. `MapContext.moveToLocation` takes the first one.
 */
export interface LocationParameters {
  type: 'gcj02'
}

export interface UserLocation {
  longitude: number
  latitude: number
}

/**
 * Widget `camera`, for `<camera>` and `<live-pusher>`: browsers open no device for an opaque origin, so the container
 * does, once the user has given leave (`scope.camera`). It answers with a `CameraFeed`, and the camera is on until the
 * frame closes the widget.
 */
export interface CameraParameters {
  facing: 'front' | 'back'
  /** px, as far as the camera has it */
  height?: number
}

/** `Port`: a `MessagePort`. The frame sends `ToCamera` there and gets `FromCamera`. */
export interface CameraFeed<Port> {
  port: Port
  /** px */
  width: number
  height: number
  zoom: { min: number; max: number }
  hasTorch: boolean
}

/** Each `next` brings one picture: a frame that shows nothing costs nothing. */
export type ToCamera = { type: 'next' } | { type: 'set'; torch?: boolean; zoom?: number }

/** `Picture`: an `ImageBitmap`. `ended`: the device is gone. */
export type FromCamera<Picture> = { type: 'picture'; picture: Picture } | { type: 'ended' }
