// A Vue page; its templates are compiled in the browser.
import { createApp, ref } from 'vue/dist/vue.esm-bundler.js'
import { useAskwell } from '@askwell/widget/vue'

const server = new URLSearchParams(location.search).get('server')

const Help = {
  emits: ['unanswered', 'opened'],
  setup(_props, { emit }) {
    const askwell = useAskwell()
    const listen = () => askwell('on', 'open', () => emit('opened'))
    return { askwell, listen, server, labels: { help: 'Ask the shop' } }
  },
  mounted() {
    void this.listen()
  },
  template: `
    <button @click="askwell('search', 'gift card')">Search gift cards</button>
    <askwell-widget site="pk_demo" :server="server" :labels="labels"
      @askwell-no-answer="$emit('unanswered', $event.query)"></askwell-widget>`,
}

const app = createApp({
  components: { Help },
  setup: () => ({ isShown: ref(false), queries: ref(''), opened: ref(0) }),
  template: `
    <button @click="isShown = true">Show</button>
    <button @click="isShown = false">Hide</button>
    <output :data-opened="opened">{{ queries }}</output>
    <Help v-if="isShown" @unanswered="queries += '[' + $event + ']'" @opened="opened += 1" />`,
})
app.config.compilerOptions.isCustomElement = (tag) => tag.startsWith('askwell-')
app.mount('main')
