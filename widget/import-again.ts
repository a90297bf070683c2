// A browser may remember for as long as the page lives that a module could not be fetched. Another try takes another address.

/** As `load`, which imports a module; one that could not be fetched the last time is asked for anew. */
export async function importAgain<M>(load: () => Promise<M>): Promise<M> {
  try {
    return await load()
  } catch (error) {
    const [address] = /https?:\S+?\.[jt]s/.exec(String(error)) ?? [] // no other place tells it
    if (!address) throw error
    return (await import(/* @vite-ignore */ `${address}?again=${Date.now()}`)) as M
  }
}
