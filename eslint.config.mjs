import { defineConfig, globalIgnores } from 'eslint/config'
import eslint from '@eslint/js'
import tseslint from 'typescript-eslint'

/** Rules that need no type information: the type checker has its own run, and lint stays quick. */
export default defineConfig(
  // Mini programs have their own globals.
  globalIgnores([
    '**/node_modules',
    '**/dist',
    '**/.sampan',
    '.cache',
    'templates',
    '**/fixtures',
    'benchmarks/programs',
  ]),
  eslint.configs.recommended,
  tseslint.configs.strict,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
      'no-constant-binary-expression': 'error',
      'no-control-regex': 'off',
      'no-else-return': 'error',
      'no-implicit-coercion': ['error', { boolean: false }],
      'no-param-reassign': ['error', { props: false }],
      // `import { z }` keeps all of the library, languages included, in the browser's bundle.
      'no-restricted-syntax': [
        'error',
        {
          selector: "ImportDeclaration[source.value='zod/mini'][importKind='value'] > ImportSpecifier",
          message: "Write import * as z from 'zod/mini'.",
        },
      ],
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'no-throw-literal': 'error',
      'no-useless-rename': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      // Indexed access is checked (noUncheckedIndexedAccess); where a loop proves the index, '!' says so.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    // Tests look into programs, whose values have no types, and write their code as text.
    files: ['**/test/**', 'e2e/**', 'benchmarks/**'],
    rules: { '@typescript-eslint/no-explicit-any': 'off', 'no-template-curly-in-string': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: {
        process: false,
        console: false,
        URL: false,
        Buffer: false,
        performance: false,
        setTimeout: false,
      },
    },
  },
  {
    // Sources that a page or a worker runs report through the protocol, not through the developer's console.
    files: ['packages/{runtime,view,container,compiler,protocol}/src/**/*.ts'],
    rules: { 'no-console': 'error' },
  },
)
