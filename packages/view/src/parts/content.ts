import { CoverImageElement, coverImageStyles } from '../components/cover-view/cover-image'
import { CoverViewElement, coverViewStyles } from '../components/cover-view/cover-view'
import { defineComponents } from '../components/define-components'
import { IconElement, iconStyles } from '../components/icon/icon'
import { ProgressElement, progressStyles } from '../components/progress/progress'
import { RichTextElement } from '../components/rich-text/rich-text'

RichTextElement.define()
defineComponents({
  'cover-image': [CoverImageElement, coverImageStyles],
  'cover-view': [CoverViewElement, coverViewStyles],
  icon: [IconElement, iconStyles],
  progress: [ProgressElement, progressStyles],
})
