import { MovableAreaElement } from '../components/movable/movable-area'
import { MovableViewElement } from '../components/movable/movable-view'

MovableAreaElement.define()
MovableViewElement.define()
