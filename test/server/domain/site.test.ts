import { describe, expect, test } from 'vitest'
import {
  admitOrigin,
  chooseLocale,
  defaultSearch,
  entryLocale,
  type Site,
  siteLocale,
} from '../../../server/domain/site.ts'
import { START } from '../../desk.ts'

const site: Site = {
  ...{ id: 's1', key: 'pk_shop', name: 'Shop', allowedOrigins: ['https://shop.example.com'], createdAt: START },
  ...{ defaultLocale: 'en', locales: ['en', 'zh'], search: defaultSearch },
}

describe('who may use a site', () => {
  test('its own pages, our pages, and requests that come from no page', () => {
    admitOrigin(site, 'https://shop.example.com', [])
    admitOrigin(site, 'http://localhost:8787', ['http://localhost:8787'])
    admitOrigin(site, undefined, [])
  })

  test.each([
    ...['null', '', '*', 'https://evil.example', 'http://shop.example.com', 'https://shop.example.com:8443'],
    ...['https://shop.example.com/', 'https://SHOP.example.com', 'https://shop.example.com.evil.example'],
  ])('not a page of %j, and the refusal says what to do', (origin) => {
    expect(() => admitOrigin(site, origin, [])).toThrow(/Add this origin to the site's allowed origins/)
  })
})

test('a visitor gets the closest of the site’s languages, else its default one', () => {
  expect(siteLocale(site, 'zh-HK')).toBe('zh')
  expect(siteLocale(site, 'en-GB')).toBe('en')
  expect(siteLocale(site, 'fr')).toBe('en')
  expect(siteLocale(site, undefined)).toBe('en')
})

test('the reason for a locale says how close it is', () => {
  expect(chooseLocale(site, 'EN')).toEqual({ language: 'en', why: 'exact' })
  expect(chooseLocale(site, 'zh-CN')).toEqual({ language: 'zh', why: 'script' })
  expect(chooseLocale(site, 'zh-HK')).toEqual({ language: 'zh', why: 'language' })
  expect(chooseLocale(site, 'fr')).toEqual({ language: 'en', why: 'default' })
  expect(chooseLocale(site, undefined)).toEqual({ language: 'en', why: 'default' })
})

test('an entry is in one of the site’s languages or refused with their names', () => {
  expect(entryLocale(site, 'zh-Hans-CN')).toBe('zh')
  expect(() => entryLocale(site, 'fr')).toThrow('The site has no "fr"; its languages are en, zh.')
})
