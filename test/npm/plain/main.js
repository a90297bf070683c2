// A page without a framework.
import '@askwell/widget/define'
import { askwell } from '@askwell/widget'

const server = new URLSearchParams(location.search).get('server')
const unanswered = document.querySelector('output')
let widget

document.querySelector('#show').onclick = () => {
  widget = document.createElement('askwell-widget')
  Object.assign(widget, { site: 'pk_demo', server, labels: { help: 'Ask the shop' } })
  widget.addEventListener('askwell-no-answer', (event) => (unanswered.textContent += `[${event.query}]`))
  document.body.append(widget)
}
document.querySelector('#search').onclick = () => askwell('search', 'gift card')
document.querySelector('#hide').onclick = () => widget.remove()
