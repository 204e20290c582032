import { CanvasElement } from '../components/canvas/canvas'

CanvasElement.define()
