// The arrows of ARCHITECTURE.md: who may import whom.
const not = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    not('no-cycles', 'No circle of imports.', {}, { circular: true }),
    not(
      'shared-imports-nothing-of-ours',
      'shared/ runs everywhere.',
      { path: '^shared/' },
      { path: '^(widget|console|server|test)/' },
    ),
    not(
      'widget-imports-shared',
      'The widget ships to other pages.',
      { path: '^widget/' },
      { path: '^(console|server|test)/' },
    ),
    not(
      'console-imports-shared',
      'The console knows the server by its type alone.',
      { path: '^console/' },
      { path: '^(widget|test)/' },
    ),
    not(
      'console-imports-the-api-type',
      'Only `import type` of server/app.ts and of the domain types that it answers with.',
      { path: '^console/' },
      { path: '^server/', dependencyTypesNot: ['type-only'] },
    ),
    not(
      'server-imports-shared',
      'The server knows no page.',
      { path: '^server/' },
      { path: '^(widget|console|test)/' },
    ),
    not(
      'domain-is-pure',
      'No web framework, no database, no Node, in the domain.',
      { path: '^server/domain/' },
      { pathNot: '^(server/domain/|shared/)' },
    ),
    not(
      'storage-behind-ports',
      'Only main.ts opens the storage.',
      { path: '^server/', pathNot: '^server/(main\\.ts|storage/)' },
      { path: '^server/storage/' },
    ),
    not(
      'storage-knows-ports',
      'Storage knows the domain, nothing above it.',
      { path: '^server/storage/' },
      { path: '^server/(routes|work|import|app|main|serve)' },
    ),
    not(
      'lunr-in-few-files',
      'lunr is an inner matter of the search.',
      { pathNot: '^(shared/(text|stemmers|pack)|server/work/lexicon)\\.ts$' },
      { path: 'node_modules/lunr(-languages)?/' },
    ),
    not(
      'schemas-stay-out-of-pages',
      'Pages import the types of the contract only.',
      { path: '^(widget|console)/' },
      { path: '^shared/contract\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
