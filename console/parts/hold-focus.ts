// A page in a frame may put the cursor into a field of its own. Whoever is typing must not lose it to that.

/** Gives the focus back to who had it whenever `frame` takes it, until the returned function is called. */
export function holdFocus(frame: HTMLIFrameElement): () => void {
  const life = new AbortController()
  let owner = deepestFocus()
  const remember = (event: FocusEvent) => {
    const [target] = event.composedPath()
    if (target instanceof HTMLElement && target !== frame) owner = target
  }
  const giveBack = () => {
    if (deepestFocus() !== frame) return
    frame.blur()
    owner?.focus({ preventScroll: true })
  }
  document.addEventListener('focusin', remember, { signal: life.signal })
  // the frame is still taking it while this event is sent: what we do at once would be undone
  window.addEventListener('blur', () => queueMicrotask(giveBack), { signal: life.signal })
  return () => life.abort()
}

function deepestFocus(): HTMLElement | null {
  let focused = document.activeElement
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
  return focused instanceof HTMLElement ? focused : null
}
