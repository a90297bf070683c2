import { expect } from 'chai'
import { drawLauncher, launcherSheet } from '../../widget/launcher.ts'
import { expectAccessible } from '../accessibility.ts'

it('draws a button that everybody can use, with styles that a strict policy allows', async () => {
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = [launcherSheet()]
  root.append(drawLauncher('Help'))
  document.body.append(host)
  await expectAccessible(host)
  const { position } = getComputedStyle(host)
  const { width, height } = root.querySelector('button')!.getBoundingClientRect()
  host.remove()
  expect(position).to.equal('fixed')
  expect(Math.min(width, height)).to.be.at.least(44)
})
