import js from '@eslint/js'
import { configs as lit } from 'eslint-plugin-lit'
import a11y from 'eslint-plugin-lit-a11y'
import { configs as wc } from 'eslint-plugin-wc'
import globals from 'globals'
import ts from 'typescript-eslint'

export default ts.config(
  { ignores: ['dist', 'coverage', 'node_modules', 'data', 'screenshots', 'bench'] },
  js.configs.recommended,
  ...ts.configs.recommendedTypeChecked,
  lit['flat/recommended'],
  wc['flat/recommended'],
  { plugins: { 'lit-a11y': a11y }, rules: { ...a11y.configs.recommended.rules, 'lit/no-invalid-html': 'error' } },
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: { projectService: { allowDefaultProject: ['*.js', '*.mjs', '*.cjs'] } },
    },
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // "let go of" in one word: promises of handlers are caught where they are made
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  { files: ['**/*.{js,mjs,cjs}'], ...ts.configs.disableTypeChecked },
)
