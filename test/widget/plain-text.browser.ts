import { expect } from 'chai'
import { plainText } from '../../widget/plain-text.ts'

const texts: Record<string, string> = {
  '<p>Two <strong>working</strong> days.</p>': 'Two working days.',
  '<p>Once.</p>\n<ul>\n<li>Twice</li>\n<li>More</li>\n</ul>': 'Once.\nTwice\nMore',
  '<p>One<br />two</p><hr />three': 'One\ntwo\nthree',
  '<table><tr><td>EU</td><td>3 days</td></tr><tr><td>US</td><td>7 days</td></tr></table>': 'EU 3 days\nUS 7 days',
  '<p>Tea &amp; cake &lt;3 &quot;yes&quot; it&#39;s &#x8336;</p>': 'Tea & cake <3 "yes" it\'s 茶',
  '<p>&amp;lt;b&amp;gt; is how one writes it</p>': '&lt;b&gt; is how one writes it',
  '<p>&#99999999; &#x110000; &unknown;</p>': '&#99999999;  &unknown;',
  '<a title="a &gt; b" href="https://x.test">link</a><img alt="" src="https://x.test/y.png" />': 'link',
  '': '',
}

for (const [html, words] of Object.entries(texts)) {
  it(`takes the words of ${html.slice(0, 40) || 'nothing'}`, () => {
    expect(plainText(html).replace(/ *\n\s*/g, '\n')).to.equal(words)
  })
}
