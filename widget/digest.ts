// What a file is known by, where its bytes may have changed on the way or in a cache.

/** As the server names packs: the first 22 characters of the SHA-256 in base64url. undefined on pages without HTTPS. */
export async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  if (!crypto.subtle) return undefined
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return btoa(String.fromCharCode(...hash))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 22)
}
