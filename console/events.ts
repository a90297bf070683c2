// What elements of the console tell those above them.
import type { Site } from '../server/domain/site.ts'

/** Something is done; `undo` takes it back. */
export class DoneEvent extends Event {
  readonly text: string
  readonly undo: (() => Promise<void>) | undefined

  constructor(text: string, undo?: () => Promise<void>) {
    super('done', { bubbles: true, composed: true })
    this.text = text
    this.undo = undo
  }
}

/** The agent is signed in now. */
export class SignedInEvent extends Event {
  constructor() {
    super('signed-in', { bubbles: true, composed: true })
  }
}

export class SignOutAskedEvent extends Event {
  constructor() {
    super('sign-out-asked', { bubbles: true, composed: true })
  }
}

export class SiteChosenEvent extends Event {
  readonly site: Site

  constructor(site: Site) {
    super('site-chosen', { bubbles: true, composed: true })
    this.site = site
  }
}

declare global {
  interface HTMLElementEventMap {
    done: DoneEvent
    'signed-in': SignedInEvent
    'sign-out-asked': SignOutAskedEvent
    'site-chosen': SiteChosenEvent
  }
}
