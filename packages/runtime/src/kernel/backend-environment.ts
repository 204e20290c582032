/** What the backend needs to know of the page that it draws. */
export interface BackendEnvironment {
  windowWidth(): number
  windowHeight(): number
  pixelRatio(): number
  theme(): string
  scopeName(styleScope: number): string
  /** Whether the component's template uses view scripts, which read datasets in the frame. */
  usesViewScript(componentPath: string): boolean
  /** The attribute that style sheets select by, if they do, for a name in `dataset`. */
  styledAttribute(datasetName: string): string | undefined
}
