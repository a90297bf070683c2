// Environment to configuration. Every setting is checked when the program starts; what is wrong is said in one go.
import { resolve } from 'node:path'
import { z } from 'zod'

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const environment = z
  .object({
    PORT: z.coerce
      .number('Must be a port number, for example 8787.')
      .int('Must be a port number, for example 8787.')
      .min(0, 'Must be a port number from 0 to 65535.')
      .max(65535, 'Must be a port number from 0 to 65535.')
      .default(8787),
    HOST: z.string().min(1, 'Must be an address to listen on, for example 127.0.0.1.').default('127.0.0.1'),
    PUBLIC_URL: z
      .url({ protocol: /^https?$/, error: 'Must be an address such as https://help.example.com.', abort: true })
      .refine((url) => new URL(url).href === `${new URL(url).origin}/`, 'Must be an origin, without a path.')
      .optional(),
    DATA_DIR: z.string().min(1, 'Must be a folder.').default('data'),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'Must begin with postgres://. Leave it out to use the SQLite file in DATA_DIR.')
      .optional(),
    TRUSTED_PROXY_HOPS: z.coerce
      .number('Must be a whole number, 0 without a proxy.')
      .int('Must be a whole number, 0 without a proxy.')
      .min(0, 'Must not be negative.')
      .max(10, 'Must be 10 at most.')
      .default(0),
    LOG_LEVEL: z.enum(logLevels, `Must be one of ${logLevels.join(', ')}.`).default('info'),
  })
  .transform((env) => ({
    port: env.PORT,
    host: env.HOST,
    /** Origin at which people reach the server. Without PUBLIC_URL: localhost and the port that was really opened. */
    publicUrl: env.PUBLIC_URL && new URL(env.PUBLIC_URL).origin,
    dataDir: resolve(env.DATA_DIR),
    databaseUrl: env.DATABASE_URL,
    /** How many proxies in front of the server are ours: so many entries of X-Forwarded-For are believed. */
    trustedProxyHops: env.TRUSTED_PROXY_HOPS,
    logLevel: env.LOG_LEVEL,
  }))

export type Config = z.infer<typeof environment>

/** The configuration, or the sentences that say which settings are wrong. An empty or blank variable counts as absent. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
): Config | { readonly faults: readonly string[] } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim() !== ''))
  const parsed = environment.safeParse(given)
  if (parsed.success) return parsed.data
  return { faults: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) }
}
