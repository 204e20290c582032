import { applyAnimation } from '../animation/apply-animation'
import { animateElement, clearElementAnimation } from '../animation/keyframe-animation'
import { features } from '../late-parts/features'

features.animation = { apply: applyAnimation, animate: animateElement, clear: clearElementAnimation }
