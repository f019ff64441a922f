/** Failures of the engine. */
export const engine = {
  'engine.no-project': 'The engine has no project yet: open it again.',
  'engine.layer-unread': 'The file {{file}} of {{layer}} was not read: open the project again.',
  'engine.filter-invalid':
    'The filter of rule {{rule}} ({{side}}) is not valid: {{detail}}. Correct the pack.',
  'engine.out-of-step': 'The engine is out of step ({{record}}): reload the page.',
  'engine.crashed': 'The engine stopped: {{detail}}. Changes are saved, reload the page.',
  'engine.closed': 'The engine is closed: reload the page.',
  'engine.failed':
    'The computation failed: {{detail}}. Reload; if it persists, check the data imported last.',
  'engine.cancelled': 'The computation was cancelled; what is shown may be out of date.',
} as const;
