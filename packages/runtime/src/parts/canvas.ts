import { createCanvasApis } from '../api/canvas/canvas'
import { createCanvasObject } from '../api/canvas/canvas-object'
import { addLatePart } from '../api/late-parts'

addLatePart('canvas', { createApis: createCanvasApis, createNodeObject: createCanvasObject })
