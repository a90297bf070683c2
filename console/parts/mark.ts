// Askwell's mark: a drop from the well, answered.
import { svg } from 'lit'

export const mark = svg`<svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
  <rect width="32" height="32" rx="9" fill="#0b6b63" />
  <path d="M16 5.5c4.7 5 8 9 8 13a8 8 0 0 1-16 0c0-4 3.3-8 8-13Z" fill="#fff" />
  <path d="m12.4 18.6 2.6 2.6 4.7-5" fill="none" stroke="#0b6b63" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round" />
</svg>`
