import { expect } from 'chai'
import { safeElement } from '../../widget/safe-html.ts'

const attacks = [
  '<img src=x onerror="attacked()">',
  '<svg onload="attacked()"></svg>',
  '<a href="javascript:attacked()">x</a>',
  '<a href="java\nscript:attacked()">x</a>',
  '<iframe srcdoc="<script>parent.attacked()</script>"></iframe>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=attacked()&gt;">',
  '<details open ontoggle="attacked()">x</details>',
  '<form action="javascript:attacked()"><button>x</button></form>',
  '<style>@import "//evil.test"</style><p style="background:url(//evil.test)">x</p>',
]

for (const attack of attacks) {
  it(`shows nothing that runs: ${attack.slice(0, 40)}`, () => {
    const element = safeElement(attack)
    const all = [...element.querySelectorAll('*')]
    expect(
      all.filter(({ tagName }) => /^(script|style|iframe|form|svg|math|object|embed)$/i.test(tagName)),
    ).to.deep.equal([])
    const attributes = all.flatMap((each) => [...each.attributes])
    expect(attributes.filter(({ name, value }) => /^(on|style)/i.test(name) || /script:/i.test(value))).to.deep.equal(
      [],
    )
  })
}

it('keeps what an answer is made of', () => {
  const html =
    '<h2>A</h2><p><strong>b</strong> <a href="https://x.test" target="_blank" rel="noopener noreferrer">c</a></p><table><tbody><tr><td>d</td></tr></tbody></table><details><summary>e</summary>f</details>'
  expect(safeElement(html).innerHTML).to.equal(html)
})
