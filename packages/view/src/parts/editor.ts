import { defineComponents } from '../components/define-components'
import { EditorElement, editorStyles } from '../components/editor/editor'

defineComponents({ editor: [EditorElement, editorStyles] })
