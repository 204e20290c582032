import { BuiltInElement, type PropertyValue } from '../../built-in-element'
import { toKebabCase } from './kebab-case'

const waiting = new Set<ScheduledElement>()

/**
 * A component that takes in all properties of a batch at once: `update` runs when the batch is in, at the latest
 * before the browser paints.
 */
export abstract class ScheduledElement extends BuiltInElement {
  #changed = new Set<string>()

  override setProperty(name: string, value: PropertyValue): void {
    super.setProperty(toKebabCase(name), value)
  }

  override queryProperty(name: string): unknown {
    return super.queryProperty(toKebabCase(name))
  }

  protected override propertyChanged(name: string, value: PropertyValue, old: PropertyValue): void {
    if (value === old) return
    this.#changed.add(name)
    this.schedule()
  }

  /** Runs `update` soon, also without a changed property (children came or went). */
  protected schedule(): void {
    if (waiting.size === 0) queueMicrotask(updateWaiting)
    waiting.add(this)
  }

  override batchApplied(): void {
    if (waiting.delete(this)) this.runUpdate()
  }

  /** @internal */
  runUpdate(): void {
    const changed = this.#changed
    this.#changed = new Set()
    this.update(changed)
  }

  /** `changed` holds the names of properties that have another value than at the last update. */
  protected abstract update(changed: ReadonlySet<string>): void
}

function updateWaiting(): void {
  for (const element of waiting) {
    waiting.delete(element)
    try {
      element.runUpdate()
    } catch (error) {
      reportError(error)
    }
  }
}
