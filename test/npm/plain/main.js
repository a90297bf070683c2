// A page without a framework.
import { askwell, defineAskwell } from '@askwell/widget'

const server = new URLSearchParams(location.search).get('server')
const unanswered = document.querySelector('output')
let widget

const early = await askwell('open').catch((error) => error.message)
if (!early.includes('defineAskwell()')) throw new Error('A command before the widget is there should say so.')

document.querySelector('#show').onclick = async () => {
  await defineAskwell()
  widget = document.createElement('askwell-widget')
  Object.assign(widget, { site: 'pk_demo', server, labels: { help: 'Ask the shop' } })
  widget.addEventListener('askwell-no-answer', (event) => (unanswered.textContent += `[${event.query}]`))
  document.body.append(widget)
}
document.querySelector('#search').onclick = () => askwell('search', 'gift card')
document.querySelector('#hide').onclick = () => widget.remove()
