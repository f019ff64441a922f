/** Failures of the engine. */
export const engine = {
  'engine.no-project': 'No project is loaded yet',
  'engine.layer-unread': 'The file {{file}} of layer “{{layer}}” has not been read; open the project again',
  'engine.filter-invalid': 'The filter of rule {{rule}} cannot be used: {{detail}}',
  'engine.out-of-step': 'The engine is out of step ({{record}}); load the project again',
  'engine.crashed': 'The engine stopped unexpectedly; reload the page ({{detail}})',
  'engine.closed': 'The engine has been closed',
  'engine.failed': 'The computation failed: {{detail}}',
} as const;
