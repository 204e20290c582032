import { DraggableSheetElement } from '../components/draggable-sheet/draggable-sheet'
import { GridViewElement } from '../components/grid-view/grid-view'
import { SelectionElement } from '../components/selection/selection'
import { StickyHeaderElement } from '../components/sticky/sticky-header'
import { StickySectionElement } from '../components/sticky/sticky-section'
import { ListViewElement } from '../components/wrappers/list-view'
import { OpenContainerElement } from '../components/wrappers/open-container'
import { SnapshotElement } from '../components/wrappers/snapshot'
import { wrapperElements } from '../components/wrappers/wrappers'

DraggableSheetElement.define()
GridViewElement.define()
ListViewElement.define()
OpenContainerElement.define()
SelectionElement.define()
SnapshotElement.define()
StickyHeaderElement.define()
StickySectionElement.define()
wrapperElements.define()
