/** Verifying journals and evidence bundles. */
export const audit = {
  'audit.entry': 'entry {{seq}} "{{action}}", {{actor}}, {{at}}',
  'audit.entry-unreadable':
    'Line {{line}} of the journal (should be entry {{seq}}) cannot be read: it is damaged or was altered.',
  'audit.entry-content':
    'Entry {{seq}} of the journal (line {{line}}) does not fit its own hash: it was altered.',
  'audit.entry-spelling':
    'Entry {{seq}} of the journal (line {{line}}) is not byte for byte as it was written: the file was rewritten.',
  'audit.entry-sequence': 'Entry {{seq}} of the journal is missing or out of order (line {{line}}).',
  'audit.entry-link':
    'Entry {{seq}} of the journal (line {{line}}) is not bound to the one before: what comes before was exchanged.',
  'audit.decision-changed':
    'Decision {{id}} ({{conflict}}) is not the one that the journal tells of: it was altered elsewhere.',
  'audit.decision-missing':
    'Decision {{id}} ({{conflict}}) is in the journal, but no longer among the decisions.',
  'audit.decision-taken-back':
    'Decision {{id}} ({{conflict}}) was taken back by the journal, but still stands among the decisions.',
  'audit.decision-slipped-in':
    'Decision {{id}} ({{conflict}}) is not in the journal: it was put among the decisions elsewhere.',
  'audit.comment-changed':
    'Comment {{id}} ({{conflict}}) is not the one that the journal tells of: it was altered elsewhere.',
  'audit.comment-missing':
    'Comment {{id}} ({{conflict}}) is in the journal, but no longer among the comments.',
  'audit.comment-taken-back':
    'Comment {{id}} ({{conflict}}) was taken back by the journal, but still stands among the comments.',
  'audit.comment-slipped-in':
    'Comment {{id}} ({{conflict}}) is not in the journal: it was put among the comments elsewhere.',
  'audit.journal-whole': 'The journal is whole: {{count}} entries, each as it was written.',
  'audit.no-journal': 'The project has no journal: what was done to it cannot be verified.',
  'audit.journal-missing':
    'The journal {{file}} that the project names is not there: its decisions cannot be verified.',
  'audit.bundle':
    'Evidence bundle of {{project}}, made {{createdAt}} by {{by}} with engine {{engine}}, conflicts as of {{asOf}}, manifest {{sha256}}.',
  'audit.files-whole': 'The files are whole: {{count}}, each as it was written.',
  'audit.check-same':
    'Computed again, the result is the same: {{conflicts}} conflicts, {{marginal}} marginal.',
  'audit.file-changed': 'File {{path}} does not fit the manifest: it was altered.',
  'audit.file-missing': 'File {{path}} of the manifest is not in the bundle.',
  'audit.file-added': 'File {{path}} is not in the manifest: it was added.',
  'audit.file-unreadable': 'File {{path}} is damaged and cannot be read.',
  'audit.check-rule':
    'Computed again, the result differs: rule {{rule}} had {{conflicts}} conflicts and {{marginal}} marginal, now {{conflictsNow}} and {{marginalNow}}.',
  'audit.check-differs':
    'Computed again, the result differs: the counts are the same, but not the measures or decisions (engine then {{before}}, here {{now}}).',
  'bundle-version': '{{file}} is of version {{version}}, supported is {{supported}}: update the program.',
  'bundle-name-taken': 'The project has a file named {{file}}, so no bundle can be made: rename it first.',
  'command.export-bundle': 'Export an evidence bundle',
  'export.bundle': 'Evidence bundle (zip)',
  'export.bundle.text':
    'Project, rules, decisions and journal with the hash of every file; can be computed again on another machine.',
  'bundle.done': 'Exported the evidence bundle {{file}}; its manifest is {{sha256}}: note it in the records.',
  'bundle.whole':
    'The evidence bundle ({{createdAt}}, {{by}}) is whole: {{files}} files as they were written; computed again, the result is the same: {{conflicts}} conflicts, {{marginal}} marginal.',
  'bundle.more-faults': 'The evidence bundle has {{count}} faults in all: see them with xuezhi verify.',
  'bundle.not-checked':
    'The conflicts of the bundle could not be computed again: {{detail}}. Open it once more to verify it.',
} as const;
