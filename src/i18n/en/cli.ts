/** The command line's words. */
export const cli = {
  'cli.usage.check':
    'xuezhi check <project> [--rules FILE…] [--format json|geojson|csv] [--out FILE] [--fail-on prohibit|restrict|study|notice|never] [--as-of YYYY-MM-DD]',
  'cli.usage.validate':
    'xuezhi validate <file or project> [--from EPSG:4523|gcj02|…] [--encoding …] [--parameters FILE] [--role parcels] [--map FIELD=property …] [--scheme …] [--json]',
  'cli.usage.verify': 'xuezhi verify <project or bundle>',
  'cli.usage.diff':
    'xuezhi diff <project> <other project or layer file> [--layer NAME] [--format json|text] [--out FILE] [--as-of YYYY-MM-DD]',
  'cli.usage.report':
    'xuezhi report <project> --out FILE.docx|.pdf|.xlsx [--lang zh|en] [--kind review|register|yearly|conflict] [--conflict ID]… [--audience internal|public] [--as-of YYYY-MM-DD]',
  'cli.usage.appraise':
    'xuezhi appraise <project> --parcel ID | --proposal FILE [--format json|text] [--out FILE]',
  'cli.usage.convert':
    'xuezhi convert <in> <out> [--from EPSG:4523|gcj02|…] [--to …] [--encoding …] [--role parcels] [--map FIELD=ours …] [--to-encoding utf-8|gb18030] [--scheme …] [--parameters file] [--qgis] [--profile internal|public] [--round metres] [--approval-number text]',
  'cli.bad-option': 'Option {{option}} cannot be "{{value}}": use one of {{allowed}}.',
  'cli.unknown-option': '{{command}} has no option {{option}}; see --help.',
  'cli.unknown-command': 'There is no command {{command}}: see --help for those that there are.',
  'cli.bad-day': 'Option {{option}} cannot be "{{value}}": give a day as YYYY-MM-DD, e.g. 2026-12-31.',
  'cli.bad-report-file': 'The report’s file “{{file}}” must end in .docx, .pdf or .xlsx.',
  'cli.no-such-conflict': 'There is no conflict {{conflict}}: see xuezhi check for the ids.',
  'cli.missing-path': '{{command}} needs the path of a project or file.',
  'cli.missing-value': 'Option {{option}} needs a value.',
  'cli.extra-argument': '{{argument}} is one argument too many: remove it.',
  'cli.not-found': 'There is no {{file}}: check the path.',
  'cli.system-error': 'System error: {{detail}}; check paths and permissions.',
  'cli.feature-rejected': '{{layer}} feature {{index}} ({{id}}) cannot be used: {{reason}}',
  'cli.rule-not-run': 'Rule {{rule}} could not run: there is no layer {{layer}}',
  'cli.pack-valid': 'The pack {{pack}} is valid, with {{rules}} rules',
  'cli.layer-valid': '{{file}} ({{layer}}): {{total}} features, {{accepted}} accepted',
  'cli.rejected': 'rejected {{index}} ({{id}}): {{text}}',
  'cli.repaired': 'repaired {{index}} ({{id}}): {{text}}',
  'cli.warning': 'warning {{index}} ({{id}}): {{text}}',
  'cli.area-kept': '; area {{after}}, unchanged',
  'cli.area-changed': '; area {{before}} → {{after}}, by {{change}} ({{share}})',
  'cli.area-if-mended': '; can be mended on import: area {{before}} → {{after}}, by {{change}} ({{share}})',
  'cli.validate-project-options':
    '“{{file}}” is a project, whose layers have their system and fields; --from and the like are for files by themselves.',
} as const;
