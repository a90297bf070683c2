// A React page. In strict mode, which mounts everything twice in development.
import { StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { AskwellWidget, useAskwell } from '@askwell/widget/react'

const server = new URLSearchParams(location.search).get('server')
const labels = { help: 'Ask the shop' }

function Help({ onUnanswered, onOpened }) {
  const askwell = useAskwell()
  useEffect(() => void askwell('on', 'open', onOpened), [askwell, onOpened])
  return (
    <>
      <button onClick={() => askwell('search', 'gift card')}>Search gift cards</button>
      <AskwellWidget site="pk_demo" server={server} labels={labels} onNoAnswer={(event) => onUnanswered(event.query)} />
    </>
  )
}

function Page() {
  const [isShown, show] = useState(false)
  const [queries, setQueries] = useState('')
  const [opened, setOpened] = useState(() => 0)
  const [onOpened] = useState(() => () => setOpened((count) => count + 1))
  return (
    <>
      <button onClick={() => show(true)}>Show</button>
      <button onClick={() => show(false)}>Hide</button>
      <output data-opened={opened}>{queries}</output>
      {isShown && <Help onUnanswered={(query) => setQueries((all) => `${all}[${query}]`)} onOpened={onOpened} />}
    </>
  )
}

createRoot(document.querySelector('main')).render(
  <StrictMode>
    <Page />
  </StrictMode>,
)
