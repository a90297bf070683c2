// Answers "not modified" to whoever has the newest already.
import { etag, RETAINED_304_HEADERS } from 'hono/etag'

/** What lets other origins read an answer must stand on a 304 as well. */
export const revalidated = etag({
  retainedHeaders: [...RETAINED_304_HEADERS, 'access-control-allow-origin', 'cross-origin-resource-policy'],
})
