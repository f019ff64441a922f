/** Failures of the engine. */
export const engine = {
  'engine.no-project': '尚未载入项目',
  'engine.layer-unread': '图层“{{layer}}”的文件 {{file}} 尚未读入,请重新打开项目',
  'engine.filter-invalid': '规则 {{rule}} 的筛选条件无法使用:{{detail}}',
  'engine.out-of-step': '计算引擎与项目不同步({{record}}),请重新载入',
  'engine.crashed': '计算引擎意外停止,请重新载入页面({{detail}})',
  'engine.closed': '计算引擎已关闭',
  'engine.failed': '计算出错:{{detail}}',
} as const;
