import { createAudioApis } from '../api/audio/audio'
import { createBackgroundAudioApis } from '../api/audio/background-audio'
import { createRecorderApis } from '../api/audio/recorder'
import { addLatePart } from '../api/late-parts'
import { createComponentContext, createComponentContextApis } from '../api/media/component-contexts'

/** Sounds, and what speaks to components that play, record, or show a map. */
addLatePart('players', {
  createApis: (context) => ({
    ...createAudioApis(context),
    ...createBackgroundAudioApis(context),
    ...createRecorderApis(context),
    ...createComponentContextApis(context),
  }),
  createNodeObject: (context, kind, { type }, page, node) =>
    kind === 'context' ? createComponentContext(context, type, () => ({ page, node })) : undefined,
})
