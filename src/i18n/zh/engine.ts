/** Failures of the engine. */
export const engine = {
  'engine.no-project': '计算引擎还没有载入项目；请重新打开项目。',
  'engine.layer-unread': '图层“{{layer}}”的文件 {{file}} 尚未读入；请重新打开项目。',
  'engine.filter-invalid': '规则 {{rule}} 的筛选条件（{{side}}）无效：{{detail}}。请修改规则集。',
  'engine.out-of-step': '计算引擎与项目不同步（{{record}}）；请刷新页面。',
  'engine.crashed': '计算引擎意外停止：{{detail}}。修改已自动保存，请刷新页面。',
  'engine.closed': '计算引擎已关闭；请刷新页面。',
  'engine.failed': '计算出错：{{detail}}。请刷新页面；若反复出现，请检查最近导入的数据。',
  'engine.cancelled': '已取消计算，显示的结果可能不是最新。',
} as const;
