/** Words of `xuezhi diff`. */
export const diff = {
  'diff.side': '{{project}} (step {{revision}})',
  'diff.head': '{{a}} → {{b}}',
  'diff.layer':
    '{{layer}}: {{added}} added, {{removed}} removed, {{moved}} moved or reshaped, {{changed}} with other properties',
  'diff.moved': 'moved {{by}}',
  'diff.added': 'Added',
  'diff.removed': 'Removed',
  'diff.more': '… and {{count}} more',
  'diff.kind.project': 'Project',
  'diff.kind.layer': 'Source of layer {{id}}',
  'diff.kind.pack': 'Rule pack {{id}}',
  'diff.kind.rule': 'Rule {{id}}',
  'diff.kind.standard': 'Standard {{id}}',
  'diff.kind.target': 'Target {{id}}',
  'diff.decisions':
    'Decisions: {{added}} added, {{stale}} turned stale, {{current}} current again, {{gone}} without their conflict; {{comments}} comments added',
  'diff.decision-stale': 'Stale {{id}}: {{before}} → {{after}}',
  'diff.decision-current': 'Current again {{id}}: {{before}} → {{after}}',
  'diff.decision-gone': 'Gone {{id}} (was {{before}})',
  'diff.conflicts': 'Conflicts: {{gained}} gained, {{lost}} lost, {{changed}} changed',
  'cli.missing-two-paths': '{{command}} needs two paths: a project, and another project or a layer file.',
  'cli.which-layer': 'Which layer {{file}} is cannot be told; say so with --layer: {{allowed}}.',
} as const;
