/** Opening, saving and the journal. */
export const project = {
  'project.saved': 'Saved into {{name}}',
  'project.downloaded': 'Downloaded {{file}}',
  'project.write-denied': 'No permission to write {{name}}: allow it when the browser asks, or export a zip.',
  'project.write-failed':
    'Saving failed: {{detail}}. Check that the folder is there and writable, or export a zip.',
  'project.changed-outside': '{{count}} files were changed outside ({{files}}); nothing was saved yet.',
  'project.no-sample': 'There is no sample {{id}}.',
  'project.open-cancelled': 'Opening {{name}} was cancelled',
  'project.read-failed': 'Opening failed: {{detail}}. Make sure that the files are whole and readable.',
  'project.read-with-issues':
    'Opened; {{rejected}} features cannot be used (they are kept as they are), {{repaired}} were repaired.',
  'journal.unavailable':
    'The browser keeps no data (a private window?): autosave is off, save to a file often.',
  'journal.write-failed': 'Autosave failed: {{detail}}. Save the project to a file now.',
  'journal.read-failed':
    'The journal of this browser cannot be read: {{detail}}. Open the project from its folder or zip.',
  'journal.unreadable':
    'Line {{line}} of journal.jsonl cannot be read; the project opens, and the old journal is kept as journal.unreadable.jsonl.',
  'journal.broken':
    'The journal is broken at entry {{seq}} (it may have been altered): check what comes after.',
  'no-project': 'There is no project to write: open one first.',
  'project-missing': 'There is no {{file}}: choose the folder or zip that holds it.',
  'project-format': 'The format of {{file}} should be {{expected}}: this may be no Xuezhi project.',
  'project-version': '{{file}} is of version {{version}}, supported is {{supported}}: update the program.',
  'frame-missing':
    '{{file}} has no frame and there are no districts to derive it from: add frame (lon, lat).',
  'file-missing': '{{in}} names {{file}}, which is not there: add the file or correct the path.',
  'path-outside': 'The path {{path}} in {{file}} leaves the project folder: use a path inside it.',
  'layer-file-twice': 'Two layers of {{file}} use {{path}}: give each its own file.',
  'layer-bytes-missing':
    'The file {{file}} of {{layer}} is not on this machine: import it again before saving.',
  'id-twice': '{{file}}: the id {{id}} is there twice; ids must be unique, change one of them.',
  'schema-mismatch':
    '{{path}} in {{file}} should be {{expected}}, it is {{received}}: correct it and try again.',
  'pack-unknown': '{{file}} names the built-in pack {{pack}}, which does not exist: check the name.',
  'duplicate-pack-id': '{{file}} has the pack {{pack}} twice: remove one.',
  'duplicate-rule-id': '{{file}} has the rule {{rule}} twice: change an id.',
  'zip-broken': '"{{file}}" is damaged and cannot be unpacked: export or copy it again.',
  'zip-entry-broken': '{{path}} in "{{file}}" is damaged: export or copy the zip again.',
  'zip-unsafe-path': '"{{file}}" holds the unsafe path {{path}} and was not opened.',
  'zip-too-large': '"{{file}}" unpacks to {{megabytes}} MB, which is too much: split the project.',
} as const;
